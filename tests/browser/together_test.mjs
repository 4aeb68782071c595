// What workers and managers do together beside the main job: the kind of a visit that is proposed, reading with the child and
// handing the device over, a draft read before it is signed, help asked and answered, and whom to tell of a correction.
import { child_of, claim, journey, run_in_house, signed_in, too_wide, violations } from './house.mjs'

async function enter(house, who, how = {}) {
  const one = await signed_in(house, who, how)
  one.page.without_script = how.script === false
  return one
}

const words_of = (page) => page.locator('main').innerText()

// axe is script: what it finds is found by the journeys that have some.
async function clean(page, where) {
  if (page.without_script) return
  const wrong = await violations(page)
  const over = await too_wide(page)
  claim(wrong.length === 0, `${where}: ${wrong.join('\n')}`)
  claim(over <= 0, `${where} is ${over} px too wide`)
}

async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })).first().click()
  await page.waitForLoadState('load')
}

// A visit with every must, saved by its own press and left on the page that checks it.
async function write_visit(page, child, happened) {
  await page.goto(`${child}/visit`)
  await page.fill('[id="item.happened"]', happened)
  await page.fill('[id="item.child-views.words"]', "Nan's is quiet.")
  await page.getByLabel('told me, alone', { exact: true }).check()
  await page.fill('[id="item.think"]', 'I think you are settled. The plan stays as it is.')
  await page.fill('[id="item.actions.1.what"]', 'I will ring your school about art club.')
  await page.getByLabel('Seen alone', { exact: true }).check()
  await page.getByLabel(/^Maureen Barrow/).first().check()
  await page.locator('[name="item.bedroom"][value=yes]').check()
  for (const [part, value] of [['day', '22'], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
  await press(page, 'Check and sign')
  await page.waitForURL(/\/check$/)
  return new URL(page.url()).pathname.replace('/check', '')
}

async function sign(page) {
  await press(page, 'Sign')
  await page.waitForURL((url) => !url.pathname.startsWith('/drafts/'))
}

const newest_visit = async (page) => page.locator('main a[href*="/entries/"]').filter({ hasText: 'Visit, seen alone' }).first().getAttribute('href')

// ---- the kind of a visit
async function kind_is_proposed(house, script) {
  const { page, complaints, close } = await enter(house, 'priya.anand', { width: 360, script })
  const child = await child_of(page, 'Tilly')
  await page.goto(`${child}/visit`)
  const line = page.locator('[id="proposed-visit-kind"]')
  claim(/^Kind: follows from whether Tilly was seen\.$/.test((await line.textContent()).trim()), 'a kind is said before anybody was seen')
  if (script) {
    await page.getByLabel('Seen alone', { exact: true }).check()
    await page.waitForFunction(() => document.getElementById('proposed-visit-kind').textContent.includes('child protection visit, seen alone'), null, { timeout: 6000 })
    claim((await line.textContent()).includes('Why: child protection plan, seen alone.'), 'the line does not say why')
    await page.getByLabel('Not seen', { exact: true }).check()
    await page.waitForFunction(() => document.getElementById('proposed-visit-kind').textContent.includes('Kind: case worker visit.'), null, { timeout: 6000 })
    claim((await words_of(page)).includes('This does not count as seeing Tilly.'), 'a visit at which nobody was seen does not say what it is')
    await clean(page, 'the page of a visit')
  }
  const draft = await write_visit(page, child, `We talked about the kind of visit${script ? '' : ' without script'}.`)
  claim((await words_of(page)).includes('Kind: child protection visit, seen alone or baby awake. Why: child protection plan, seen alone.'), 'the kind is not on the signing page')
  await page.goto(draft)
  await page.locator('[id="item.visit-kind"] > summary').click()
  await page.locator('[name="item.visit-kind"][value="visit"]').check()
  await press(page, 'Check and sign')
  claim((await words_of(page)).includes('Kind: visit.'), 'the kind that was chosen does not stand')
  claim(complaints.length === 0, complaints.join('\n'))
  await page.goto('/drafts')
  await close()
}

// ---- reading together
async function read_together(house, width, script) {
  const { page, complaints, close } = await enter(house, 'priya.anand', { width, script })
  const child = await child_of(page, 'Tilly')
  await page.goto(child)
  await press(page, 'Read it with Tilly')
  await clean(page, 'what Tilly may read')
  await page.locator('main a[href*="/handover/"]').filter({ hasText: 'visit to you' }).first().click()
  await page.waitForLoadState('load')
  const heading = await page.locator('h1').innerText()
  claim(/visit to you/.test(heading), `the page is headed "${heading}"`)
  claim(await page.locator('.app-header, .app-footer, nav[aria-label="Lifestory"]').count() === 0, 'something of ours stands around it')
  claim(/Written by .*, your .*\. About \d+ minutes? to read\./.test(await words_of(page)), 'it does not say who wrote it')
  claim(!(await words_of(page)).includes('For professionals'), 'what is for professionals is there')
  await clean(page, 'what Tilly reads')
  await press(page, 'Hand the phone to Tilly')
  claim(await page.locator('h1').innerText() === heading, 'another page is open in her hands')
  claim(await page.title() === 'My pages, Lifestory', 'the history tells whose pages these are')
  for (const path of ['/', child, '/drafts', '/help', `${child}/readings`, '/supervision', '/children/0123456789abcdef0123456789abcdef/handover']) {
    await page.goto(path)
    claim(new URL(page.url()).pathname === `${child}/handover`, `${path} leads to ${page.url()}`)
  }
  claim(await page.locator('h1').innerText() === 'Hello Tilly', 'her list does not greet her')
  await clean(page, 'her list')
  await page.goBack()
  claim(!(await page.content()).includes('Who has looked'), 'Back shows what is not hers')
  await page.goto(`${child}/handover`)
  await press(page, 'Give the phone back to Priya')
  await clean(page, 'giving it back')
  await page.fill('[name=password]', 'not her password at all')
  await press(page, 'Unlock')
  claim((await words_of(page)).includes('We do not know that password.'), 'a wrong password is not told')
  await page.goto('/')
  claim(new URL(page.url()).pathname === `${child}/handover`, 'a wrong password let her out')
  await press(page, 'Give the phone back to Priya')
  await page.fill('[name=password]', 'everyone here is invented')
  await press(page, 'Unlock')
  claim(new URL(page.url()).pathname === child, `after unlocking it is ${page.url()}`)
  await page.goto(`${child}/readings`)
  claim((await words_of(page)).includes('Tilly, with Priya Anand'), 'the look is not noted as hers with Priya')
  const seen = complaints.filter((one) => !one.includes('status of 422'))
  claim(seen.length === 0, seen.join('\n'))
  await close()
}

async function draft_is_read_together(house) {
  const { page, close } = await enter(house, 'priya.anand', { width: 360 })
  const draft = await write_visit(page, await child_of(page, 'Tilly'), 'We read this before it was signed.')
  await page.goto(`${draft}/preview`)
  claim((await words_of(page)).includes('We read this before it was signed.'), 'her words are not there')
  claim(await page.locator('.app-header').count() === 0, 'something of ours stands around it')
  await clean(page, 'the draft as she reads it')
  await press(page, 'Hand the phone to Tilly')
  claim(new URL(page.url()).pathname === `${draft}/preview`, 'the draft is not in her hands')
  await page.goto(draft)
  claim(/\/handover$/.test(page.url()), 'she can write in the draft')
  await page.goto(`${draft}/preview`)
  await press(page, 'Give the phone back to Priya')
  await page.fill('[name=password]', 'everyone here is invented')
  await press(page, 'Unlock')
  claim(new URL(page.url()).pathname === draft, 'it does not go on in the draft')
  await close()
}

// ---- a draft that the manager reads first
async function manager_reads_first(house, script) {
  const mark = `We asked Gareth to read this first${script ? '' : ' without script'}.`
  const priya = await enter(house, 'priya.anand', { script })
  const draft = await write_visit(priya.page, await child_of(priya.page, 'Tilly'), mark)
  await press(priya.page, 'Ask Gareth Holloway to read it first')
  claim((await words_of(priya.page)).includes('Gareth Holloway has this to read before you sign.'), 'it is not said that he has it')
  const gareth = await enter(house, 'gareth.holloway', { width: 360, script })
  await gareth.page.goto('/team')
  claim((await words_of(gareth.page)).includes('Drafts to read before they are signed'), 'his Team does not show it')
  await gareth.page.goto(`${draft}/return`)
  claim((await words_of(gareth.page)).includes(mark), 'the words are not there')
  await clean(gareth.page, 'sending back')
  await gareth.page.fill('[name="change.what-happened"]', 'Say who else was there, and when you go again.')
  await press(gareth.page, 'Send it back to Priya')
  await priya.page.goto('/drafts')
  claim((await words_of(priya.page)).includes('Gareth Holloway sent this back on 23 December 2026'), 'her list does not say that it came back')
  await priya.page.goto(draft)
  claim((await words_of(priya.page)).includes('Say who else was there, and when you go again.'), 'his words are not there')
  await press(priya.page, 'Send again')
  await priya.page.goto(draft)
  claim((await words_of(priya.page)).includes('Gareth Holloway has this to read before you sign.'), 'it did not go again')
  await gareth.page.goto(`${draft}/return`)
  claim((await gareth.page.locator('h1').innerText()).startsWith('Send it back'), 'he cannot read it again')
  await priya.page.goto(`${draft}/check`)
  await sign(priya.page)
  await priya.close()
  await gareth.close()
}

// ---- an entry: where it is used, its notes, and whom to tell
async function corrected_and_told(house) {
  const priya = await enter(house, 'priya.anand')
  const child = await child_of(priya.page, 'Tilly')
  await write_visit(priya.page, child, 'We went to see the ducks. You counted eleven.')
  await sign(priya.page)
  await priya.page.goto(child)
  const entry = await newest_visit(priya.page)
  await priya.page.goto(entry)
  claim(/Where it is used:.*it met .*due/.test(await words_of(priya.page)), 'it is not said what the visit met')
  await priya.page.goto(`${entry}/sharing`)
  await priya.page.fill('[name=to]', 'Kerry Barrow, mum')
  await priya.page.getByLabel('by hand').check()
  await priya.page.fill('[name=why]', 'She is your mum.')
  await priya.page.fill('[name=agreement]', 'Tilly agreed on 22 December.')
  await press(priya.page, 'Give a copy')
  const gareth = await enter(house, 'gareth.holloway')
  await gareth.page.goto(`${entry}/correction`)
  await gareth.page.getByLabel('You counted eleven.', { exact: true }).check()
  await gareth.page.fill('[name="right-words"]', 'You counted twelve.')
  await gareth.page.getByLabel('it is about another child').check()
  await press(gareth.page, 'Correct the record')
  claim((await words_of(gareth.page)).includes('Kerry Barrow, mum had the old words'), 'it is not said who had the old words')
  await gareth.page.goto('/team')
  claim((await words_of(gareth.page)).includes('To tell of a correction'), "his Team does not say whom to tell")
  await gareth.close()
  await priya.page.goto('/')
  const tell = priya.page.getByRole('link', { name: /^Say that Kerry Barrow, mum was told/ }).first()
  if (!await tell.isVisible()) await priya.page.getByText('To tell of a correction').first().click()
  await tell.click()
  await priya.page.waitForURL(/\/telling\//)
  await clean(priya.page, 'telling')
  await priya.page.getByLabel('by telephone').check()
  await press(priya.page, 'Keep this')
  const words = await words_of(priya.page)
  claim(words.includes('(the old words; told of the correction 23 December 2026)'), 'the copy does not say that she was told')
  claim(!words.includes('is to be told'), 'she is still to be told')
  await priya.page.goto('/')
  claim(!(await priya.page.content()).includes('Say that Kerry Barrow, mum was told'), 'the list still asks to tell her')
  await priya.close()
  const phone = await enter(house, 'priya.anand', { width: 360 })
  await phone.page.goto(entry)
  const note = phone.page.locator('.app-note-here').first()
  await note.locator('summary').click()
  claim((await note.innerText()).includes('Corrected'), 'the note does not open under its sentence')
  claim(await phone.page.locator('#note-1').isHidden(), 'the note stands twice on a phone')
  await clean(phone.page, 'an entry with a note')
  await phone.close()
  const denise = await enter(house, 'denise.achebe')
  await denise.page.goto('/team')
  const close_them = denise.page.getByRole('link', { name: /^Close them/ }).first()
  if (!await close_them.isVisible()) await denise.page.getByText('Old words to close').first().click()
  await close_them.click()
  await denise.page.waitForURL(/\/correction\?close=/)
  await press(denise.page, 'Close these words')
  claim((await words_of(denise.page)).includes('Some words were closed') || (await denise.page.content()).includes('Closed to readers'), 'the words are not closed')
  await denise.page.goto('/team')
  claim(!(await denise.page.content()).includes('Old words to close'), 'they still wait to be closed')
  await denise.close()
}

// ---- help
async function help_is_asked_and_answered(house, script) {
  const line = `Court on Friday, and nine things besides${script ? '' : ', without script'}.`
  const priya = await enter(house, 'priya.anand', { width: 360, script })
  await priya.page.goto('/supervision/asking')
  await clean(priya.page, 'asking for help')
  await press(priya.page, 'Ask Gareth for help')
  claim((await words_of(priya.page)).includes('Write one line'), 'an empty line is sent')
  await priya.page.fill('main [name=words]', line)
  await press(priya.page, 'Ask Gareth for help')
  claim((await priya.page.content()).includes('Gareth has your list.'), 'it is not said that he has it')
  await clean(priya.page, 'help asked')
  const asked = new URL(priya.page.url()).pathname
  const gareth = await enter(house, 'gareth.holloway', { script })
  await gareth.page.goto('/team')
  claim(/Priya Anand asks for help: \d+ things?\./.test(await words_of(gareth.page)), 'his Team does not say that she asks')
  await gareth.page.goto(asked)
  claim((await words_of(gareth.page)).includes(line), 'her line is not there')
  await clean(gareth.page, 'help to answer')
  await gareth.page.fill('main [name=words]', 'Sam takes the core group notes. Ring me at four.')
  await press(gareth.page, 'Answer')
  await gareth.page.goto('/team')
  claim(!(await words_of(gareth.page)).includes('Priya Anand asks for help'), 'it waits although it is answered')
  await priya.page.goto('/')
  claim((await words_of(priya.page)).includes('Gareth Holloway answered you.'), 'her Home does not say that he answered')
  await priya.page.goto(asked)
  claim((await words_of(priya.page)).includes('Sam takes the core group notes.'), 'the answer is not there')
  const other = await enter(house, 'beth.rowntree')
  const answer = await other.page.goto(asked)
  claim(answer.status() === 404, 'somebody else can read it')
  for (const one of [priya, gareth, other]) await one.close()
}

async function manager_is_told_now(house) {
  const { page, close } = await enter(house, 'priya.anand')
  const child = await child_of(page, 'Tilly')
  await page.goto(`/supervision/asking?child=${child.split('/').pop()}`)
  await page.fill('main [name=words]', 'Nobody came to the door for the second time.')
  await press(page, 'Tell Gareth now')
  claim((await words_of(page)).includes('Nobody came to the door for the second time.'), 'what was told is not kept')
  const gareth = await enter(house, 'gareth.holloway')
  await gareth.page.goto('/team')
  claim((await words_of(gareth.page)).includes('Priya Anand asks for help: 1 thing.'), 'his Team does not show it')
  await gareth.close()
  await close()
}

// ---- the sum of a draft's own due date
async function due_of_a_draft(house) {
  const { page, close } = await enter(house, 'priya.anand')
  const draft = await write_visit(page, await child_of(page, 'Tilly'), 'We looked at how the day was counted.')
  await page.goto(`${draft}/due`)
  claim(/^Due /.test(await page.locator('h1').innerText()), 'the page is not headed by its due date')
  claim((await words_of(page)).includes('the visit, not counted') && await page.locator('main table tr').count() > 2, 'the days are not counted from the visit')
  await clean(page, 'the sum of a draft')
  const other = await enter(house, 'beth.rowntree')
  claim((await other.page.goto(`${draft}/due`)).status() === 404, 'somebody else can read it')
  await other.close()
  await close()
}

await run_in_house(async (house) => {
  await journey('the kind of a visit follows from who was seen and the plan', () => kind_is_proposed(house, true))
  await journey('the same without script', () => kind_is_proposed(house, false))
  await journey('an entry read with the child, on a phone that is handed over', () => read_together(house, 360, true))
  await journey('the same at a desk without script', () => read_together(house, 1280, false))
  await journey('a draft read with the child', () => draft_is_read_together(house))
  await journey('a draft that the manager reads before it is signed', () => manager_reads_first(house, true))
  await journey('the same without script', () => manager_reads_first(house, false))
  await journey('a correction: its note, whom to tell, and the words that are closed', () => corrected_and_told(house))
  await journey('help asked and answered', () => help_is_asked_and_answered(house, true))
  await journey('the same without script', () => help_is_asked_and_answered(house, false))
  await journey('one thing told now', () => manager_is_told_now(house))
  await journey("the sum of a draft's own due date", () => due_of_a_draft(house))
})

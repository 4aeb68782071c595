// Every page that can be reached, at a desk, on a phone and at 320 px: no violation that axe finds, no refused script or
// style, nothing wider than the screen. And what somebody else's worker gets for a child: nothing, byte for byte.
import { child_of, claim, device, journey, press, run_in_house, signed_in, too_wide, violations } from './house.mjs'

const kinds = [/^\/$/, /^\/children$/, /^\/children\/[0-9a-f]{32}$/, /^\/children\/\w+\/visit$/, /^\/children\/\w+\/note$/, /^\/children\/\w+\/update$/, /^\/children\/\w+\/letters$/, /^\/children\/\w+\/letters\/[\w-]+$/, /^\/children\/\w+\/story$/, /^\/children\/\w+\/readings$/, /^\/children\/\w+\/genogram$/, /^\/children\/\w+\/genogram\/drawing$/,
  /\/chronology$/, /\/chronology\/(court|conference|new-worker)$/, /\/chronology\/child$/, /\/chronology\/(before|agency|together)$/, /\/chronology\/master$/, /\/chronology\/rows\/\w+$/,
  /^\/children\/\w+\/facts$/, /^\/children\/\w+\/facts\/(school|health)\/change$/, /^\/children\/\w+\/facts\/(ethnicity|sex)\/change$/, /^\/children\/\w+\/people$/, /^\/children\/\w+\/people\/new$/, /^\/children\/\w+\/people\/tie$/, /^\/children\/\w+\/people\/\w+\/change$/, /^\/children\/\w+\/people\/homes\/[\w-]+$/, /\/people\/\w+\/error$/, /\/people\/homes\/[\w-]+\/error$/, /\/our-work\/ending$/, /^\/children\/\w+\/spells\/new$/, /^\/children\/\w+\/spells\/\w+\/ending$/,
  /^\/children\/\w+\/documents$/, /\/documents\/adding$/, /^\/children\/\w+\/plan$/, /^\/children\/\w+\/(decisions|meetings)$/, /^\/children\/\w+\/summary$/, /^\/children\/\w+\/due\/\w+$/, /^\/children\/\w+\/lateness\/\w+$/, /^\/children\/\w+\/entries\/\w+$/, /\/entries\/\w+\/beside$/, /\/who-gets-what$/, /\/files\/\w+\/words$/, /^\/drafts\/\w+\/entries\/[\w-]+$/, /\/addition$/, /\/comment$/, /\/sharing$/,
  /\/release$/, /\/correction$/, /\/disagreements$/, /^\/drafts$/, /^\/drafts\/\w+$/, /\/check$/, /\/preview$/, /\/versions$/, /\/return$/,
  /\/opening$/, /^\/team$/, /^\/team\/sign-off$/, /^\/team\/(late|due|children|assessments)$/, /\/handover$/, /\/handover\/\w+$/, /\/telling\/\w+$/, /^\/supervision$/, /^\/supervision\/asking$/, /^\/our-work\/new\/[\w-]+$/, /^\/our-work\/[0-9a-f]{32}$/, /^\/service$/, /^\/service\/visits$/, /^\/holidays$/, /^\/account$/, /^\/workers$/, /^\/workers\/registration$/, /^\/workers\/[0-9a-f]{32}$/, /^\/workers\/\w+\/details$/, /^\/workers\/\w+\/manager$/, /^\/workers\/\w+\/leaving$/, /^\/workers\/\w+\/account\/renewal$/, /^\/workers\/\w+\/account\/ending$/, /^\/teams\/registration$/, /^\/teams\/[0-9a-f]{32}$/, /^\/children\/opening$/, /\/allocation$/, /^\/help$/, /^\/accessibility$/, /^\/pack$/, /^\/pack\/documents$/, /^\/pack\/guidance\/[\w-]+$/, /^\/emergency$/]

const kind_of = (path) => kinds.findIndex((kind) => kind.test(path))

// Follows links until every kind of page that somebody can reach was seen once.
async function pages_of(page, more = []) {
  const seen = new Map()
  const waiting = ['/', '/children/opening', '/emergency', '/supervision', '/supervision/asking', '/nothing-here', ...more]
  const asked = new Set(waiting)
  while (waiting.length > 0 && asked.size < 80) {
    const path = waiting.shift()
    await page.goto(path)
    seen.set(kind_of(new URL(path, 'http://x').pathname), path)
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href').split('#')[0]))
    const draft = path.match(/^\/drafts\/\w+$/) ? ['check', 'preview', 'versions'].map((one) => `${path}/${one}`) : []
    const entry = path.match(/^\/children\/\w+\/entries\/\w+$/) ? ['correction', 'disagreements', 'sharing', 'comment'].map((one) => `${path}/${one}`) : []
    for (const link of [...links, ...draft, ...entry]) {
      const kind = kind_of(new URL(link, 'http://x').pathname)
      if (kind < 0 || seen.has(kind) || [...asked].some((other) => kind_of(new URL(other, 'http://x').pathname) === kind)) continue
      asked.add(link)
      waiting.push(link)
    }
  }
  return [...asked]
}

async function sign_as_it_stands(page) {
  await press(page, 'Check and sign')
  const read = page.locator('input[type=radio][name="release.how"]') // not asked of what is not written to the child
  if (await read.count() > 0) await read.first().check()
  await press(page, 'Sign')
}

// What the demonstration's data has none of: two versions, a text that is put in, a decision that names entries, a meeting.
async function written_first(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const child = await child_of(page, 'Tilly')
  for (const [day, words] of [['21', 'You live with Nan, and you sleep badly.'], ['22', 'You live with Nan, and you sleep through.']]) {
    await page.goto(`${child}/note?type=case-summary`)
    for (const [part, value] of [['day', day], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
    await page.fill('[name="item.written"]', words)
    await sign_as_it_stands(page)
  }
  await page.goto(`${child}?kind=case-summary`)
  const entry = await page.locator('.app-timeline a[href*="/entries/"]').first().getAttribute('href')
  await page.goto(`${child}/documents`)
  await press(page, 'Put in a document')
  await page.setInputFiles('[name=files]', { name: 'poem.txt', mimeType: 'text/plain', buffer: Buffer.from('The dog is brown.\n') })
  await press(page, 'Go on')
  await page.getByLabel('Drawing or writing of yours', { exact: true }).check()
  await page.fill('[name="item.content"]', 'A poem about the dog.')
  await page.locator('details', { hasText: 'Somebody who is not in the list' }).first().evaluate((one) => { one.open = true })
  await page.fill('[name="item.from-whom.1.name"]', 'Maureen Barrow')
  await page.getByLabel('Not yours', { exact: true }).check()
  await sign_as_it_stands(page)
  await page.goto(`${child}/documents`)
  const file = (await page.locator('main a[href*="/files/"]').first().getAttribute('href')).replace(/\/shown$|$/, '')
  await page.goto(`${child}/note?type=key-decision`)
  await page.fill('[name="item.decision"]', 'You stay with Nan until spring.')
  await page.locator('button[name=then][value="entries:relied-on"]').click()
  await page.waitForURL(/\/entries\/relied-on$/)
  const choosing = new URL(page.url()).pathname
  await page.goto(`${child}/meetings`)
  const gives = await page.locator('main a[href$="/who-gets-what"]').first().getAttribute('href')
  const plan = `${await child_of(page, 'Ava')}/plan` // with two goals that were drawn from plan to plan
  await close()
  return [entry, `${entry}/beside`, `${file}/words`, choosing, gives, plan]
}

async function wrong_with(page, path) {
  await page.goto(path)
  const wrong = (await violations(page)).map((one) => `${path} ${one}`)
  const over = await too_wide(page)
  if (over > 0) wrong.push(`${path} is ${over} px too wide`)
  const title = await page.title()
  if (!title.endsWith('Lifestory')) wrong.push(`${path} is titled "${title}"`)
  if (await page.locator('h1').count() !== 1) wrong.push(`${path} has not one h1`)
  return wrong
}

async function look_at_all(house, who, widths, more = []) {
  const desk = await signed_in(house, who)
  const paths = await pages_of(desk.page, more)
  const wrong = []
  for (const width of widths) {
    const one = width === 1280 ? desk : await signed_in(house, who, { width })
    for (const path of paths) wrong.push(...(await wrong_with(one.page, path)).map((words) => `${width} px: ${words}`))
    wrong.push(...one.complaints)
    if (one !== desk) await one.close()
  }
  await desk.close()
  claim(wrong.length === 0, `${wrong.length} found\n${wrong.join('\n')}`)
  return `${paths.length} pages`
}

await run_in_house(async (house) => {
  await journey('before signing in, nothing axe finds', async () => {
    const { page, complaints, close } = await device(house, { width: 360 })
    const wrong = []
    for (const path of ['/session', '/help', '/accessibility', '/nothing-here']) wrong.push(...await wrong_with(page, path))
    claim(wrong.length === 0 && complaints.length === 0, [...wrong, ...complaints].join('\n'))
    await close()
  })
  await journey("every page of a social worker, nothing axe finds, nothing too wide", async () => look_at_all(house, 'priya.anand', [1280, 360, 320], await written_first(house)))
  await journey("every page of a team manager, nothing axe finds, nothing too wide", () => look_at_all(house, 'gareth.holloway', [1280, 360]))
  await journey('every page of a head of service, nothing axe finds', () => look_at_all(house, 'denise.achebe', [1280]))
  await journey('every page of an administrator, nothing axe finds, nothing too wide', () => look_at_all(house, 'ivan.petrov', [1280, 360, 320]))
  await journey('another worker gets the same bytes for this child and for none', async () => {
    const priya = await signed_in(house, 'priya.anand')
    const child = await child_of(priya.page, 'Tilly')
    await priya.page.goto(child)
    const entry = await priya.page.locator('main a[href*="/entries/"]').first().getAttribute('href')
    const due = await priya.page.locator('main a[href*="/due/"]').first().getAttribute('href')
    await priya.close()
    const other = await signed_in(house, 'beth.rowntree')
    const answer_to = async (path) => {
      const response = await other.context.request.get(path)
      return `${response.status()} ${(await response.body()).toString('base64')}`
    }
    const nobody = `/children/${'0123456789abcdef'.repeat(2)}`
    const nothing = await answer_to(nobody)
    claim(nothing.startsWith('404 '), 'a child who does not exist is not answered with 404')
    for (const path of [child, `${child}/visit`, `${child}/readings`, `${child}/genogram`, `${child}/genogram.svg`, `${child}/chronology`, `${child}/facts`, `${child}/facts/school/change`, `${child}/people`, `${child}/people/new`, `${child}/spells/new?type=placement`, entry, due, `${entry}/correction`])
      claim(await answer_to(path) === nothing, `${path} tells that there is something`)
    claim(await answer_to(path_in(nobody, entry)) === nothing, 'an entry of nobody is answered otherwise')
    await other.close()
  })
})

function path_in(nobody, entry) {
  return entry.replace(/^\/children\/\w+/, nobody)
}

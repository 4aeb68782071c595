// A letter from the policy's words: begun by its name, filled in from the record, what is open written, said to be right with the press
// that goes on, signed, printed. With nonsense, without script, on a phone; and a hidden address that nobody can pass.
import { Touches, child_of, claim, clean, journey, press, run_in_house, signed_in, strangers_are_told_nothing, words_of } from './house.mjs'

const letter_box = '[name="item.content"]'
const written = (words) => words.replaceAll(/\[[^\]]*\]/g, '29 December at four o\'clock')

// Saved, and come back to: what is filled in is shown as it then stands in the letter.
async function keep(page, draft, words) {
  await page.fill(letter_box, words)
  await page.locator('.app-bottom-row button:has-text("Save and leave")').click()
  await page.waitForURL(/\/children\//)
  await page.goto(draft)
}

async function begin(page, record, type, to) {
  await page.goto(`${record}/letters/${type}`)
  await press(page, to)
  await page.waitForURL(/\/drafts\//)
}

async function whole_letter(house, name, to, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const record = await child_of(page, name)
  await page.goto(`${record}/letters/letter-visit-planned`)
  claim((await words_of(page)).includes('Their name and address come from the record'), 'it is not said where they come from')
  await clean(page, 'who it goes to')
  await press(page, to)
  await page.waitForURL(/\/drafts\//)
  const draft = page.url()
  claim((await page.inputValue(letter_box)).includes('[Write here: the day and the time.]'), 'what is to be written does not stand there')
  const shown = await words_of(page)
  claim(/The address: .+\n.*(said|written down) by .+ on \d+ \w+ 20\d\d/.test(shown), `the address has no source: ${shown}`)
  await clean(page, 'a letter that has begun')
  await page.getByRole('button', { name: 'These are right: check and sign' }).click()
  await page.waitForURL(/\/check$/)
  await clean(page, 'the page of signing')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  claim((await words_of(page)).includes('The letter still holds'), 'it is signed with a place that is open')
  await page.goto(draft)
  const nonsense = '<script>alert(1)</script> {worker-name} ﷽ \u202e[[[' + 'ß'.repeat(500)
  await keep(page, draft, nonsense)
  claim((await page.inputValue(letter_box)).startsWith('<script>alert(1)</script> {worker-name}'), 'nonsense that was typed is not there any more')
  await clean(page, 'a letter of nonsense')
  await keep(page, draft, `Dear ${to.replace(/^To |,.*$/g, '')},\n\nI come to see ${name} on Tuesday 29 December at four.\n\nYours sincerely,`)
  await page.getByRole('button', { name: 'check and sign' }).first().click()
  await page.waitForURL(/\/check$/)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForURL((url) => url.pathname === record)
  await page.goto(await page.locator('main a[href*="/entries/"]').filter({ hasText: 'Letter that a visit is planned' }).first().getAttribute('href'))
  await clean(page, 'a signed letter')
  await page.getByRole('link', { name: 'The letter as it goes out, to print or as a Word file' }).click()
  await page.waitForURL(/\/letter$/)
  const paper = await words_of(page)
  claim(paper.includes('Tuesday 29 December at four') && paper.includes('Priya Anand') && paper.includes('23 December 2026'), `the paper is another: ${paper}`)
  await clean(page, 'the letter on paper')
  await page.emulateMedia({ media: 'print' })
  claim(!(await page.locator('.app-off-paper').first().isVisible()), 'what is for the worker is printed')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function touches(house) {
  const { page, close } = await signed_in(house, 'priya.anand', { width: 360 })
  const record = await child_of(page, 'Kian')
  await page.goto(record)
  const touches = new Touches(page)
  await touches.tap(page.getByText('Write something else', { exact: true }))
  await touches.tap(page.getByRole('link', { name: 'Letter that a visit is planned' }))
  await page.waitForURL(/\/letters\//)
  await touches.tap(page.locator('main li').filter({ hasText: /(said|written down) by/ }).getByRole('button').first())
  await page.waitForURL(/\/drafts\//)
  await page.fill(letter_box, written(await page.inputValue(letter_box)))
  await touches.tap(page.getByRole('button', { name: 'These are right: check and sign' }))
  await page.waitForURL(/\/check$/)
  await touches.tap(page.getByRole('button', { name: 'Sign', exact: true }))
  await page.waitForURL((url) => url.pathname === record)
  claim(touches.count === 5, `${touches.count} touches`)
  await close()
  return `${touches.count} touches`
}

// Nan's is hidden from Darren first.
async function hidden_address(house, how) {
  const { page, close } = await signed_in(house, 'priya.anand', how)
  const record = await child_of(page, 'Tilly')
  await page.goto(`${record}/people/homes/nans`)
  await page.getByRole('group', { name: 'Who may not know this address?' }).getByLabel('Darren Cole', { exact: false }).check()
  await page.locator('select[name="said-by"]').selectOption('seen')
  await press(page, 'Keep this')
  await begin(page, record, 'letter-we-write', 'To Darren Cole')
  claim((await page.inputValue('[name="item.address"]')).includes('Weir') === false, 'the hidden address is filled in')
  await page.fill(letter_box, 'Dear Darren,\n\nTilly is well at 12 Weir Ln.')
  await page.fill('[name="item.address"]', '1 Hill Top, Northmere')
  await page.fill('[name="item.address-told-by"]', 'Darren Cole, today')
  await page.getByRole('button', { name: 'check and sign' }).first().click()
  await page.waitForURL(/\/check$/)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForLoadState('load')
  const stopped = await words_of(page)
  claim(stopped.includes('Stop. This letter would show Darren Cole where Tilly lives'), `it is not stopped: ${stopped}`)
  claim(await page.getByRole('button', { name: 'I have checked' }).count() === 0, 'a hidden address can be passed')
  await clean(page, 'the guard')
  await press(page, 'Go back and change it')
  await page.fill(letter_box, 'Dear Darren,\n\nThe library in Weir Lane is shut.')
  await page.getByRole('button', { name: 'check and sign' }).first().click()
  await page.waitForURL(/\/check$/)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForLoadState('load')
  claim((await words_of(page)).includes('the street of Nan'), 'the street is not asked about')
  await clean(page, 'the guard about a street')
  await page.getByRole('button', { name: 'I have checked: sign' }).click()
  await page.waitForURL((url) => url.pathname === record)
  await close()
}

await run_in_house(async (house) => {
  await journey('a letter at a desk', () => whole_letter(house, 'Tilly', 'To Maureen Barrow, nan', { width: 1280, script: true }))
  await journey('the same on a phone', () => whole_letter(house, 'Tilly', 'To Kerry Barrow, mum', { width: 360, script: true }))
  await journey('the same on a phone without script', () => whole_letter(house, 'Tilly', 'To Kerry Barrow, mum', { width: 360, script: false }))
  await journey('no more than five touches beside the words', () => touches(house))
  await journey('an address that is hidden from who it goes to', () => hidden_address(house, { width: 360 }))
  await journey('somebody else gets the same bytes as for no child', () => strangers_are_told_nothing(house, ['letters/letter-visit-planned']))
})

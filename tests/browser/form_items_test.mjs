// What a form asks because of another answer, at once and without script; rows taken away; the long list of what can be written.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const shot = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}
// The save that has these words in it.
const saved_with = (page, words) => page.waitForResponse((response) => response.ok() && response.url().includes('/drafts') && (response.request().postData() ?? '').includes(words))

async function asked_at_once(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(`${await child_of(page, how.width > 600 ? 'Tilly' : 'Kian')}/visit`)
  const think = page.locator('[id="item.think"]')
  claim(await think.isVisible(), 'what the worker thinks is not asked')
  const numbers = () => page.locator('.app-part__number:visible').allInnerTexts()
  const all = await numbers()
  const kept = saved_with(page, 'item.seen=not+seen')
  await think.fill('I think you are settled.')
  await page.getByLabel('Not seen', { exact: true }).check()
  claim(await think.isHidden(), 'with nobody seen, what the worker thinks is still asked')
  claim(await page.getByLabel('Bedroom seen?').count() === 0 || await page.locator('[name="item.bedroom"]').first().isHidden(), 'the bedroom is still asked about')
  const fewer = await numbers()
  claim(fewer.length <= all.length && fewer.every((number, at) => number === String(at + 1)), `the parts are not counted anew: ${all} ${fewer}`)
  await clean(page, 'a visit at which nobody was seen')
  await shot(page, `asked-hidden-${how.width}`)
  claim((await kept).request().postData().includes('item.think=I+think'), 'what is hidden is not saved')
  await page.getByLabel('Seen alone', { exact: true }).check()
  claim(await think.isVisible() && await think.inputValue() === 'I think you are settled.', 'what was typed is lost')
  claim((await page.locator('form [role=status]').allInnerTexts()).some((words) => words.startsWith('Also asked now:')), 'a screen reader is not told')
  claim(await page.locator('[data-asked-if] > .app-without-script').first().isHidden(), 'the sentence for a page without script is shown')
  await clean(page, 'a visit with everything asked')
  await shot(page, `asked-shown-${how.width}`)
  await page.goto(new URL(page.url()).pathname)
  claim(await think.inputValue() === 'I think you are settled.', 'the draft lost it')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function one_after_another(house) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width: 1280 })
  await page.goto(`${await child_of(page, 'Kian')}/note?type=letter-we-write`)
  const means = (words) => page.locator('[name="item.means"]').and(page.getByLabel(words, { exact: true }))
  const through = page.locator('[name="item.sent-through"]').first()
  await means('E-mail').check()
  claim(await page.locator('[id="item.email-address"]').isVisible() && await through.isHidden(), 'the e-mail address is not asked, or too much is')
  await page.locator('[name="item.confidential"][value=yes]').check()
  claim(await through.isVisible(), 'how it is sent is not asked')
  await means('Letter').check()
  claim(await page.locator('[id="item.address"]').isVisible() && await page.locator('[id="item.email-address"]').isHidden(), 'the address is not asked')
  claim(await through.isHidden(), 'what hangs on an answer that is not asked is still asked')
  claim(await page.locator('[name="item.confidential"][value=yes]').isChecked(), 'the answer that is hidden is lost')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function rows_with_script(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(`${await child_of(page, how.width > 600 ? 'Reece' : 'Finn')}/note?type=strategy-discussion`)
  const list = page.locator('[data-rows="item.agencies"]')
  const cell = (row, column) => page.locator(`[id="item.agencies.${row}.${column}"]`)
  claim(await list.getByRole('button', { name: /^Remove row/ }).count() === 0, 'the one empty row can be taken away')
  await cell(1, 1).fill('Police')
  await cell(1, 3).fill('Nothing known.\nThey ask again on Monday.')
  claim(await list.getByRole('button', { name: /^Remove row 1\s*: Police/ }).isVisible(), 'a row that was written cannot be taken away')
  for (const [row, agency] of [[2, 'Health'], [3, 'School']]) {
    await page.locator('button[name=more][value=agencies]').click()
    await page.waitForLoadState('load')
    await cell(row, 1).fill(agency)
    await cell(row, 2).fill(`somebody of ${agency}`)
  }
  await page.locator('[id="item.progress"]').fill('We talked about the weeks.')
  await clean(page, 'a form with rows')
  await shot(page, `rows-${how.width}`)
  const kept = saved_with(page, 'item.agencies.1.1=Health')
  await list.getByRole('button', { name: /^Remove row 1\s*: Police/ }).click()
  claim(await cell(1, 1).inputValue() === 'Health' && await cell(1, 3).inputValue() === '' && await cell(2, 1).inputValue() === 'School', 'the rows did not move up')
  claim(await list.locator('.app-row').count() === 2, 'an empty row is left')
  claim(await cell(1, 1).evaluate((box) => box === document.activeElement), 'the place on the page is lost')
  claim((await page.locator('[role=status]').allInnerTexts()).includes('Row 1 is removed: Police'), 'a screen reader is not told')
  claim(await page.locator('[id="item.progress"]').inputValue() === 'We talked about the weeks.', 'something else was lost')
  await kept
  await page.goto(new URL(page.url()).pathname)
  claim(await cell(1, 1).inputValue() === 'Health' && await cell(2, 2).inputValue() === 'somebody of School', 'the draft has other rows')
  claim(await list.locator('.app-row').count() === 2, 'the row is in the draft')
  await clean(page, 'the rows that are left')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function without_script(house) {
  const { page, close } = await signed_in(house, 'priya.anand', { width: 360, script: false })
  await page.goto(`${await child_of(page, 'Orla')}/note?type=strategy-discussion`)
  await page.locator('[id="item.agencies.1.1"]').fill('Police')
  await page.locator('button[name=more][value=agencies]').click()
  await page.locator('[id="item.agencies.2.1"]').fill('Health')
  await page.locator('[id="item.agencies.2.3"]').fill('She was weighed.')
  await shot(page, 'rows-without-script')
  await page.getByRole('button', { name: /^Remove row 1\s*: Police/ }).click()
  await page.waitForLoadState('load')
  claim(await page.locator('[id="item.agencies.1.1"]').inputValue() === 'Health' && await page.locator('[id="item.agencies.1.3"]').inputValue() === 'She was weighed.', 'the row is not gone, or more is')
  await page.goto(`${await child_of(page, 'Orla')}/visit`)
  claim((await words_of(page)).includes('Not if the answer to “Was Orla seen?” is “not seen”.'), 'it is not said when it is asked')
  claim(await page.locator('[id="item.think"]').isVisible(), 'without script an item is missing')
  await close()
}

async function the_long_list(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(await child_of(page, 'Tilly'))
  await page.getByText('Write something else', { exact: true }).click()
  await page.getByText('More from the policy', { exact: true }).click()
  const list = page.locator('[data-find-kind]')
  const shown = () => list.locator('li:visible').count()
  const all = await shown()
  claim(all > 40 && await list.locator('h2:visible').count() >= 6, `${all} kinds under ${await list.locator('h2:visible').count()} headings`)
  await clean(page, 'the long list')
  await shot(page, `kinds-${how.width}`)
  await page.getByLabel('Find in this list').fill('strategy')
  claim(await shown() < 5 && await list.getByRole('link', { name: 'Strategy discussion', exact: true }).isVisible() && await list.locator('h2:visible').count() === 1, 'it does not narrow')
  await page.getByLabel('Find in this list').fill('xyzzy')
  claim(await shown() === 0 && (await words_of(page)).includes('Nothing here has that word'), 'it does not say that nothing is there')
  await page.getByLabel('Find in this list').fill('')
  claim(await shown() === all, 'not everything is there again')
  await page.getByLabel('Find in this list').fill('strategy')
  await press(page, 'Strategy discussion')
  claim(new URL(page.url()).search.includes('strategy-discussion'), 'it leads elsewhere')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  for (const how of [{ width: 1280 }, { width: 360 }]) {
    await journey(`what another answer asks for is shown at once, and what was typed in it stays, ${how.width} px`, () => asked_at_once(house, how))
    await journey(`rows are taken away at once, ${how.width} px`, () => rows_with_script(house, how))
    await journey(`what can be written is found under headings, ${how.width} px`, () => the_long_list(house, how))
  }
  await journey('an answer that is not asked any more asks for nothing', () => one_after_another(house))
  await journey('without script rows are taken away and everything is there, with when it is asked', () => without_script(house))
})

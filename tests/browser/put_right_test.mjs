// What is put right besides words: the day of an entry, and one that was written in error. And what managers are shown: words
// as they read now in the queue, records that were opened in an emergency.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

let found = ''
async function tilly(house) { // she is on Priya's list
  if (found) return found
  const { page, close } = await signed_in(house, 'priya.anand')
  found = await child_of(page, 'Tilly')
  await close()
  return found
}

async function entry_of(page, child, text, turn = 0) {
  await page.goto(child)
  return page.locator('main a[href*="/entries/"]').filter({ hasText: text }).nth(turn).getAttribute('href')
}

async function fill_day(page, name, day, month, year) {
  for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await page.fill(`[id="${name}.${part}"]`, value)
}

async function day_is_put_right(house, width, script, turn, right) {
  const { page, complaints, close } = await signed_in(house, 'gareth.holloway', { width, script })
  const entry = await entry_of(page, await tilly(house), 'Visit', turn)
  await page.goto(`${entry}/correction`)
  await press(page, 'The day is wrong')
  await clean(page, 'the page that puts a day right')
  await press(page, 'Put the day right')
  claim((await words_of(page)).includes('Write the day on which it happened') || (await page.content()).includes('Write the day on which it happened'), 'an empty day is not asked for')
  await fill_day(page, 'day', '1', '1', '2028')
  await page.fill('[name=why]', 'The diary of the school says so.')
  await press(page, 'Put the day right')
  claim((await page.content()).includes('This day has not come yet'), 'a day to come is taken')
  claim(await page.inputValue('[name=why]') === 'The diary of the school says so.', 'what was typed is gone')
  await fill_day(page, 'day', String(right), '11', '2026')
  await press(page, 'Put the day right')
  claim(new URL(page.url()).pathname === entry, `it ends at ${page.url()}`)
  const words = (await page.locator('main').first().innerText())
  claim((await page.content()).includes('The day is put right.'), 'it is not said that it is done')
  claim(words.includes(`${right} November 2026`) && /The day was put right 23 December 2026 by Gareth Holloway, Team Manager\. It said /.test(words), 'both days cannot be read')
  await clean(page, 'an entry whose day was put right')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
  const priya = await signed_in(house, 'priya.anand')
  claim((await priya.context.request.get(`${entry}/day`)).status() === 404, 'a worker reaches the page')
  await priya.close()
}

async function written_in_error(house) {
  const { page, complaints, close } = await signed_in(house, 'gareth.holloway', { width: 360 })
  const child = await tilly(house)
  const entry = await entry_of(page, child, 'Visit', 2)
  await page.goto(`${entry}/correction`)
  await press(page, 'All of it was written in error')
  await clean(page, 'the page of an error')
  await press(page, 'Say that it was written in error')
  claim((await page.content()).includes('Say why'), 'no reason is asked for')
  await page.getByLabel('it is about another child', { exact: true }).check()
  await press(page, 'Say that it was written in error')
  const words = await words_of(page)
  claim(words.includes('Written in error. Gareth Holloway, Team Manager') && words.includes('it is about another child'), 'the entry does not say so')
  await clean(page, 'an entry written in error')
  await page.goto(child)
  claim((await words_of(page)).includes('Visit, written in error'), 'the story does not say so')
  claim((await (await page.context().request.get(`${entry}/withdrawal`)).status()) === 404, 'it can be said twice')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
  const denise = await signed_in(house, 'denise.achebe')
  await denise.page.goto('/team')
  await denise.page.goto(await denise.page.locator(`main a[href*="${entry}/correction?close="]`).getAttribute('href'))
  await press(denise.page, 'Close these words')
  await denise.page.goto(entry)
  claim((await words_of(denise.page)).includes('Some words were closed'), 'the words are not closed')
  const opening = (await words_of(denise.page)).match(/Today I came to see you/)
  claim(!opening, 'closed words can be read')
  await denise.page.goto('/team')
  claim(!(await words_of(denise.page)).includes('it is about another child'), 'it still waits to be closed')
  await denise.close()
}

// Words that a Head of Service closed are in no list that reads an entry, also not in the one that waits for a manager.
async function closed_words_stay_closed(house) {
  const { page, close } = await signed_in(house, 'gareth.holloway')
  await page.goto('/team/sign-off')
  const sentence = (await page.locator('main .app-part p, main section p').allInnerTexts()).find((one) => one.length > 40 && one.includes('.')) ?? ''
  const first = sentence.split(/(?<=\.)\s/)[0]
  claim(first.length > 10, 'nothing waits to be read')
  const action = await page.locator('form[action^="/team/sign-off/"]').getAttribute('action')
  const child = await page.locator('form[action^="/team/sign-off/"] [name=child]').getAttribute('value')
  const entry = `/children/${child}/entries/${action.split('/').pop()}`
  const denise = await signed_in(house, 'denise.achebe')
  await denise.page.goto(`${entry}/correction`)
  await denise.page.locator('[name="closing.sentence"]').locator('xpath=..').filter({ hasText: first }).first().locator('input').check()
  await denise.page.locator('[name="closing.why"][value="they show where someone lives"]').check()
  await press(denise.page, 'Close these words')
  await denise.close()
  await page.goto('/team/sign-off')
  const words = await words_of(page)
  claim(!words.includes(first), `the queue shows closed words: ${first}`)
  claim(words.includes('Some words were closed'), 'it does not say that words were closed')
  await close()
}

async function emergency_is_told(house) {
  const beth = await signed_in(house, 'beth.rowntree')
  await beth.page.goto('/emergency')
  await beth.page.fill('[name=name]', 'Tilly Barrow')
  await fill_day(beth.page, 'born', '14', '3', '2015')
  await beth.page.fill('[name=why]', 'Her nan rang from the hospital.')
  await press(beth.page, 'Open for 60 minutes')
  claim(/\/children\//.test(beth.page.url()), `it did not open: ${beth.page.url()}`)
  await beth.close()
  const gareth = await signed_in(house, 'gareth.holloway', { width: 360 })
  await gareth.page.goto('/team')
  const words = await words_of(gareth.page)
  claim(/Beth Rowntree opened the record of .*Barrow: Her nan rang from the hospital\./.test(words), "the child's manager is not told")
  await clean(gareth.page, 'Team with an emergency')
  await gareth.close()
}

await run_in_house(async (house) => {
  await journey('a manager puts a day right, on a phone', () => day_is_put_right(house, 360, true, 0, 18))
  await journey('the same at a desk without script', () => day_is_put_right(house, 1280, false, 1, 17))
  await journey('an entry written in error, about another child: marked, closed, no longer the child\'s', () => written_in_error(house))
  await journey('closed words are not read in the queue', () => closed_words_stay_closed(house))
  await journey('a record opened in an emergency is told to the manager', () => emergency_is_told(house))
})

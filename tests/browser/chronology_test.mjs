// A child's chronology: read on a desk and on a phone, with and without script; something from before added, a line told in other
// words, read through, kept as it stands, and what the child reads.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, too_wide, words_of } from './house.mjs'

async function reads_well(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width, script })
  const child = await child_of(page, 'Tilly')
  await page.goto(child)
  if (width < 600) await page.locator('summary').filter({ hasText: 'More about Tilly' }).click()
  await press(page, 'Chronology')
  claim(new URL(page.url()).pathname === `${child}/chronology`, `the way leads to ${page.url()}`)
  const words = await words_of(page)
  for (const said of ['Priya Anand keeps this chronology.', '16 October 2026', "You stay at Nan's until the review conference on 27 January 2027.",
    'No important event and nobody saw Tilly from 16 July 2026 to 14 September 2026.']) claim(words.includes(said), `it does not say: ${said}`)
  claim(!words.includes('Mill Row'), 'an address stands in it')
  for (const view of ['', '/court', '/conference', '/new-worker', '/child', '/before', '/agency']) {
    await page.goto(`${child}/chronology${view}`)
    claim(await too_wide(page) <= 0, `${view || 'everything'} is too wide`)
    await clean(page, `chronology${view}`)
  }
  await page.goto(`${child}/chronology/court`)
  claim(await page.locator('th').filter({ hasText: 'What was done' }).count() === 0, 'the court reads what was done')
  await page.goto(`${child}/chronology/together`)
  await page.getByLabel('Reece', { exact: true }).check()
  await press(page, 'Show')
  claim((await words_of(page)).includes('Tilly, 11; Reece, 14'), 'what happened to both does not stand there once')
  claim(await too_wide(page) <= 0, 'the chronology of both is too wide')
  await clean(page, 'the chronology of both')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function is_kept_up(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width, script })
  const child = await child_of(page, 'Reece')
  const year = String(2013 + (width < 600) + 2 * script)
  await page.goto(`${child}/chronology`)
  await press(page, 'Add something from before')
  await page.fill('[name=what]', 'Dad went to prison.')
  await press(page, 'Add it')
  const refused = await page.content()
  claim(refused.includes('Write the year at least') && refused.includes('Say where we know it from'), 'not everything that is missing is said at once')
  claim(await page.inputValue('[name=what]') === 'Dad went to prison.', 'what was typed is gone')
  await clean(page, 'a refused event')
  await page.fill('[id="day.year"]', year)
  await page.fill('[name=source]', 'A letter of the health visitor')
  await press(page, 'Add it')
  claim((await page.content()).includes('Added. It stands in the chronology at its day.'), 'it is not said that it is added')
  claim((await words_of(page)).includes('A letter of the health visitor'), 'its source is not shown')
  claim((await words_of(page)).indexOf('Dad went to prison.') < (await words_of(page)).indexOf('9 January 2025'), 'it does not stand before what came after it')

  await page.locator('a[href*="/chronology/rows/"]').first().click()
  await page.waitForLoadState('load')
  await clean(page, 'a line of the chronology')
  await page.fill('[name="for-child"]', 'Your dad went to prison. You stayed with Mum.')
  await press(page, 'Keep this line')
  await page.goto(`${child}/chronology/child`)
  claim((await words_of(page)).includes('Your dad went to prison. You stayed with Mum.'), 'he does not read the line that was written for him')

  await page.goto(`${child}/chronology`)
  await press(page, 'Keep it as it stands today')
  await page.getByRole('link', { name: 'As it stood on 23 December 2026' }).first().click()
  await page.waitForLoadState('load')
  claim((await words_of(page)).includes('Dad went to prison.'), 'the edition does not hold it')
  claim(await too_wide(page) <= 0, 'the edition is too wide')
  await clean(page, 'an edition')
  await page.goto(`${child}/chronology`)
  await press(page, 'I have read it through')
  claim((await words_of(page)).includes('Last read through on 23 December 2026 by Priya Anand.'), 'it is not said who read it through')
  const entry = await page.locator('table a[href*="/entries/"]').last().getAttribute('href')
  await page.goto(entry)
  claim((await words_of(page)).includes('chronology, row '), 'the entry does not say where it stands')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  for (const script of [true, false])
    for (const width of [1280, 360]) {
      const how = `${width} px${script ? '' : ', without script'}`
      await journey(`a chronology is read (${how})`, () => reads_well(house, width, script))
      await journey(`a chronology is kept up (${how})`, () => is_kept_up(house, width, script))
    }
})

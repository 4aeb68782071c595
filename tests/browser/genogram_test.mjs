// A child's family, drawn: found from the record, as it was on another day, as an ecomap, in words, for the child, and kept as
// a file; at a desk, on a phone, and without script.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

async function fill_day(page, day, month, year) {
  for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await page.fill(`[id="on.${part}"]`, value)
}

async function family(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const record = await child_of(page, 'Tilly')
  await page.goto(record)
  if (how.width < 600) {
    claim(await page.locator('details').filter({ hasText: 'Who is in my life' }).first().isVisible(), 'the card is not there on a phone')
    await page.locator('summary').filter({ hasText: 'Who is in my life' }).click()
  }
  await page.getByRole('link', { name: 'All my people, drawn' }).locator('visible=true').click()
  await page.waitForLoadState('load')
  claim(new URL(page.url()).pathname === `${record}/genogram`, `the card leads to ${page.url()}`)
  const svg = page.locator('figure svg')
  claim(await svg.isVisible(), 'there is no drawing')
  claim((await svg.locator('text').allTextContents()).join(' ').includes('Maureen'), 'her nan is not drawn')
  claim(/As it stood on 23 December 2026\. Revision \d+\. 6 people\./.test(await words_of(page)), 'day and revision are not said')
  const smallest = await svg.evaluate((drawn) => {
    const sizes = [...drawn.querySelectorAll('text')].map((one) => parseFloat(one.getAttribute('font-size')))
    return Math.min(...sizes) * drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width
  })
  claim(smallest >= 15.9, `words of ${smallest} px`)
  if (how.script) {
    const place = await page.locator(`[data-person="${await page.locator('figure').getAttribute('data-about')}"] text`).first().boundingBox()
    claim(place.x > 0 && place.x < how.width, `whom it is about is not in sight: ${place.x}`)
  }
  await clean(page, 'the genogram')
  await page.locator('summary').filter({ hasText: 'The same in words' }).click()
  claim((await words_of(page)).includes('Maureen Barrow (“Nan”), nan'), 'the words do not say who is who')
  await clean(page, 'the genogram with its words')

  await fill_day(page, '24', '12', '2026')
  await press(page, 'Show')
  claim((await words_of(page)).includes('This day has not come yet'), 'a day to come is drawn')
  claim(await page.inputValue('[id="on.day"]') === '24', 'what was typed is gone')
  await clean(page, 'a day to come')
  await fill_day(page, '1', '5', '2026')
  await page.selectOption('[name=view]', 'ecomap')
  await press(page, 'Show')
  claim((await words_of(page)).includes('As it stood on 1 May 2026'), 'the other day is not said')
  claim((await page.locator('figure svg title').first().textContent()).startsWith('Around Tilly'), 'it is no ecomap')
  await clean(page, 'the ecomap')
  await page.selectOption('[name=view]', 'words')
  await page.selectOption('[name=for]', 'child')
  await press(page, 'Show')
  claim(await page.locator('figure').count() === 0 && (await words_of(page)).includes('People, by generation'), 'the words do not stand alone')
  claim((await words_of(page)).includes('Nothing is left out.'), 'the worker is not told what is left out')
  await clean(page, 'the family in words')

  await page.selectOption('[name=view]', 'genogram')
  await press(page, 'Show')
  const href = await page.getByRole('link', { name: 'as SVG' }).getAttribute('href')
  const file = await page.context().request.get(href)
  claim(file.headers()['content-type'].startsWith('image/svg+xml')
    && file.headers()['content-disposition'] === 'attachment; filename="genogram-2026-05-01.svg"', 'it is no file to keep')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

// As it was: from one day on which something changed to the next, by links; the script makes a slider of them that works by keyboard.
async function as_it_was(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(`${await child_of(page, 'Tilly')}/genogram`)
  const stood_on = (day) => page.locator('.app-filter__found').filter({ hasText: `As it stood on ${day}.` })
  const before = page.getByRole('link', { name: 'Before that: 2 November 2026' })
  claim(await before.isVisible() && await page.getByRole('link', { name: /^After that/ }).count() === 0, 'the day before the last is not offered alone')
  if (how.script) {
    const slider = page.getByRole('slider', { name: 'As it was on 23 December 2026' })
    await slider.focus()
    await page.keyboard.press('Home')
    await stood_on('14 March 2015').waitFor()
    claim(!(await page.locator('figure svg text').allTextContents()).join(' ').includes('Nan\'s'), 'she lives at her nan\'s on the day she is born')
    claim(await page.inputValue('[id="on.year"]') === '2015' && page.url().includes('on=2015-03-14'), 'the boxes or the address tell another day')
    claim(await page.evaluate(() => document.activeElement.type === 'range'), 'the slider has lost the keyboard')
    claim(await page.getByRole('link', { name: 'as SVG' }).getAttribute('href').then((href) => href.includes('on=2015-03-14')), 'another day would be kept')
    await clean(page, 'the family as it was')
    await page.keyboard.press('End')
    await stood_on('23 December 2026').waitFor()
  }
  await before.click()
  await stood_on('2 November 2026').waitFor()
  await page.getByRole('link', { name: 'After that: 23 December 2026' }).waitFor()
  await clean(page, 'the family on a day of change')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

// On paper: one sheet, across, without the form, and in the child's version without what is for the worker.
async function one_sheet(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const record = await child_of(page, 'Tilly')
  for (const view of ['genogram', 'ecomap']) {
    await page.goto(`${record}/genogram?for=child&view=${view}`)
    await page.emulateMedia({ media: 'print' })
    claim(await page.locator('.app-filter').isHidden() && await page.getByText('Nothing is left out.').isHidden(), 'what is for the worker is printed')
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    claim((sheets.match(/\/Type\s*\/Page\b/g) ?? []).length === 1, `the ${view} is printed on more than one sheet`)
    claim(/\/MediaBox\s*\[\s*0 0 84\d[.\d]* 59\d/.test(sheets), 'the sheet does not lie across')
    await page.emulateMedia({ media: 'screen' })
  }
  await close()
}

// At the kitchen table without a line: what is pressed is kept on the phone, once, and drawn when there is a line again.
async function without_a_line(house) {
  const { page, context, close } = await signed_in(house, 'priya.anand', { width: 360, script: true })
  const drawing = `${await child_of(page, 'Tilly')}/genogram/drawing`
  await page.goto(drawing)
  await page.locator('[name=telling]').first().check({ force: true })
  await context.setOffline(true)
  for (const [name, who] of [['Hattie Lowe', 'Friend'], ['Rosa Lowe', 'Aunt']]) {
    await page.fill('[name=name]', name)
    await page.getByRole('button', { name: who, exact: true }).click()
    await page.getByText(`${name}, ${who.toLowerCase()}`).waitFor()
  }
  claim((await words_of(page)).includes('No connection. Kept on this phone: Hattie Lowe, friend; Rosa Lowe, aunt.'), 'it is not said what is kept')
  claim(await page.inputValue('[name=name]') === '', 'the box is not free for the next name')
  await clean(page, 'drawing without a line')
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(drawing)
  await again.waitForURL(/done=drawn/, { waitUntil: 'load' })
  const names = await again.locator('[name=to] option').allTextContents()
  for (const name of ['Hattie Lowe', 'Rosa Lowe']) claim(names.filter((one) => one === name).length === 1, `${name} is not there once: ${names}`)
  await again.goto(drawing)
  claim(!(await words_of(again)).includes('Kept on this phone'), 'it is kept still')
  await close()
}

// A press too many is undone with one press, on a phone and without script; what is kept on the phone is undone before it goes.
async function undone(house, how) {
  const { page, context, complaints, close } = await signed_in(house, 'priya.anand', how)
  const drawing = `${await child_of(page, 'Tilly')}/genogram/drawing`
  const name = `Jamie ${how.width} ${how.script ? 'with' : 'without'}`
  await page.goto(drawing)
  await page.locator('[name=telling]').first().check({ force: true })
  await page.fill('[name=name]', name)
  await page.getByRole('button', { name: 'Brother', exact: true }).click()
  await page.waitForURL(/done=drawn/, { waitUntil: 'load' })
  claim((await words_of(page)).includes(`Last: ${name}, brother of Matilda Barrow`), 'what was drawn last is not said')
  claim((await page.locator('figure svg text').allTextContents()).join(' ').includes('Jamie'), 'it is not drawn')
  await clean(page, 'drawing with something to undo')
  await page.getByRole('button', { name: `Undo ${name}` }).click()
  await page.waitForURL(/done=undone/, { waitUntil: 'load' })
  claim((await words_of(page)).includes('Undone. It is not in the picture any more.'), 'it is not said to be undone')
  claim(!(await page.locator('figure svg text').allTextContents()).join(' ').includes('Jamie'), 'it is drawn still')
  claim(await page.locator('[name=telling]').first().isChecked(), 'who tells is forgotten')
  if (how.script) {
    await context.setOffline(true)
    for (const one of ['Kit Lowe', 'Sid Lowe']) {
      await page.fill('[name=name]', one)
      await page.getByRole('button', { name: 'Friend', exact: true }).click()
      await page.getByText(`${one}, friend`).first().waitFor()
    }
    await page.getByRole('button', { name: 'Undo Sid Lowe, friend' }).click()
    await page.getByRole('button', { name: 'Undo Kit Lowe, friend' }).waitFor()
    claim(!(await words_of(page)).includes('Sid Lowe'), 'what was undone is kept')
    await clean(page, 'drawing without a line, with something to undo')
    await page.getByRole('button', { name: 'Undo Kit Lowe, friend' }).click()
    await page.getByText('Undone. Nothing more is kept on this phone.').waitFor()
    await context.setOffline(false)
    await page.goto(drawing)
    claim(!(await words_of(page)).includes('Lowe'), 'it went all the same')
  }
  claim(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')).length === 0, complaints.join('\n'))
  await close()
}

async function other_families(house) {
  const { page, complaints, close } = await signed_in(house, 'denise.achebe')
  for (const name of ['Leo Marchant', 'Kian Rafferty', 'Chloe Lister']) {
    await page.goto('/')
    await page.getByLabel('Find a child').fill(name)
    await press(page, 'Find')
    await page.locator('main a[href^="/children/"]').first().click()
    await page.waitForLoadState('load')
    await page.goto(`${new URL(page.url()).pathname}/genogram`)
    claim(await page.locator('figure svg').isVisible(), `${name} has no drawing`)
    await clean(page, `the family of ${name}`)
  }
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  await journey('a worker looks at a family as it was, at a desk', () => family(house, { width: 1280, script: true }))
  await journey('the same on a phone without script', () => family(house, { width: 360, script: false }))
  await journey('the same on a phone', () => family(house, { width: 360, script: true }))
  await journey('the days on which the family changed, at a desk', () => as_it_was(house, { width: 1280, script: true }))
  await journey('the same on a phone without script', () => as_it_was(house, { width: 360, script: false }))
  await journey('the drawing is printed on one sheet', () => one_sheet(house))
  await journey('what was drawn is undone on a phone', () => undone(house, { width: 360, script: true }))
  await journey('the same at a desk without script', () => undone(house, { width: 1280, script: false }))
  await journey('drawn on a phone without a line', () => without_a_line(house))
  await journey('three other families', () => other_families(house))
})

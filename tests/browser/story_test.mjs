// A child's story: drawn with the family round a phone, and read as a book on a screen and on a phone, with and without script, and on
// paper of the size A5; whose file the chronology of brothers and sisters lies on; and nothing of it for a stranger.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, strangers_are_told_nothing, too_wide, words_of } from './house.mjs'

const chapters = ['My people', 'What I said', 'What happened', 'What was decided, and why']

async function read_it(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(`${await child_of(page, 'Tilly')}/letters`)
  await press(page, "Tilly's story as a book")
  claim(new URL(page.url()).pathname.endsWith('/story'), `it leads to ${page.url()}`)
  claim(await page.title() === 'My pages, Lifestory' || (await page.title()).startsWith('My pages'), `the title tells others: ${await page.title()}`)
  const titles = await page.locator('.app-book h2.govuk-heading-l').allInnerTexts()
  claim(JSON.stringify(titles) === JSON.stringify(chapters), `its chapters are ${titles}`)
  claim(await page.locator('.app-book h1').innerText() === "Tilly's story", 'the cover has another name')
  const book = await page.locator('.app-book').innerText()
  claim(book.includes("Nan's is quiet") && book.includes('Maureen Barrow') && book.includes('Dear Tilly'), 'something of hers is missing')
  claim(!book.includes('not in it'), 'the book says that there is more')
  claim((await words_of(page)).includes('not in it'), 'the worker is not told what is left out')
  claim(await page.locator('.app-book__picture svg').count() === 1, 'there is no picture')
  claim(await too_wide(page) <= 0, `the page is ${await too_wide(page)} px too wide`)
  if (how.script !== false) await clean(page, 'the book')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function on_paper(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  await page.goto(`${await child_of(page, 'Tilly')}/story`)
  await page.emulateMedia({ media: 'print' })
  claim(!(await page.locator('.app-off-paper').first().isVisible()), 'what is for the worker is printed')
  const picture = await page.locator('.app-book__picture svg').boundingBox()
  const book = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sides = (book.match(/\/Type\s*\/Page[^s]/g) ?? []).length
  const [, width, height] = book.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? []
  claim(Math.abs(width - 420) < 3 && Math.abs(height - 595) < 3, `the paper is ${width} by ${height} points, not A5`)
  claim(sides >= chapters.length + 1, `a cover and ${chapters.length} chapters take ${sides} pages`)
  claim(picture.width > 0, 'the picture is not on the paper')
  await close()
  return `${sides} pages`
}

// A family grows by two and a tie, each by one press beside the words; the second needs no tick again.
async function draw_together(house, how, names) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const tilly = await child_of(page, 'Tilly')
  const loaded = async (pressing) => { // with script a press first asks for a line, and goes then
    const load = page.waitForEvent('load')
    await pressing
    await load
  }
  await page.goto(`${tilly}/genogram`)
  await press(page, 'Draw together')
  await page.getByLabel('Matilda Barrow', { exact: true }).check()
  await page.getByLabel('They live together').check()
  await page.getByLabel('Their name').fill(names[0])
  await loaded(press(page, 'Sister'))
  claim((await words_of(page)).includes('Drawn. It stands in the picture.'), 'nothing says that it was drawn')
  claim(await page.getByLabel('Matilda Barrow', { exact: true }).isChecked() && await page.getByLabel('They live together').isChecked(), 'what was ticked did not stay')
  await page.getByLabel('They live together').uncheck()
  await page.getByLabel('Their name').fill(names[1])
  await loaded(press(page, 'Uncle'))
  claim((await page.locator('.app-draw__picture svg').textContent()).includes(names[1].split(' ')[0]), 'the picture has not the second')
  await page.getByLabel('Their name').fill('Somebody Lost')
  await loaded(page.getByLabel('Their name').press('Enter'))
  claim((await words_of(page)).includes('Press who they are'), 'Return added somebody as something')
  claim(await page.getByLabel('Their name').inputValue() === 'Somebody Lost', 'the name was lost')
  await page.getByLabel('Their name').fill('')
  await page.getByLabel('And who?').selectOption({ label: 'Maureen Barrow' })
  await page.getByLabel('very close').check()
  await loaded(press(page, 'Add the tie'))
  await page.getByLabel('Who helps from outside').fill(`${names[2]}, close`)
  claim(await too_wide(page) <= 0, `the page is ${await too_wide(page)} px too wide`)
  if (how.script !== false) await clean(page, 'drawing')
  await loaded(press(page, 'This is right today'))
  claim(new URL(page.url()).pathname === `${tilly}/genogram`, `it leads to ${page.url()}`)
  const words = await words_of(page)
  claim(words.includes('Drawn with Matilda Barrow on 23 December 2026') && words.includes(names[2]), 'who drew it, or what stands around, is not there')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function on_one_file(house) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width: 360 })
  const reece = await child_of(page, 'Reece')
  await page.goto(`${reece}/chronology`)
  await press(page, 'Say on whose file it lies')
  await clean(page, 'on whose file')
  await page.getByLabel('Matilda Barrow', { exact: true }).check()
  await press(page, 'Keep this')
  claim((await words_of(page)).includes("lies on Matilda Barrow's file"), 'it is not said where it lies')
  await press(page, "Copy it whole into Reece's file")
  claim(await too_wide(page) <= 0, `the page is ${await too_wide(page)} px too wide`)
  await clean(page, 'copying')
  await press(page, 'Copy it')
  claim((await words_of(page)).includes("Copied whole from Tilly's file on 23 December 2026"), 'there is no copy')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  await journey('the book at a desk', () => read_it(house, { width: 1280 }))
  await journey('the book on a phone', () => read_it(house, { width: 360 }))
  await journey('the book on a phone without script', () => read_it(house, { width: 360, script: false }))
  await journey('the book on paper', () => on_paper(house))
  await journey('drawn with the family on a phone', () => draw_together(house, { width: 360 }, ['Ivy Barrow', 'Gordon Pyke', 'Art club']))
  await journey('drawn with the family without script', () => draw_together(house, { width: 360, script: false }, ['Noor Barrow', 'Wren Pyke', 'School nurse']))
  await journey('the chronology of brothers and sisters lies on one file, and is copied whole', () => on_one_file(house))
  await journey('nothing for who may not see her record', () => strangers_are_told_nothing(house, ['story', 'genogram/drawing', 'genogram.ged', 'chronology/master', 'chronology/copy', 'chronology.pdf']))
})

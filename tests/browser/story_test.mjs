// A child's story as a book: read on a screen and on a phone, with and without script, and on paper of the size A5; and nothing of
// it for a stranger.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, too_wide, words_of } from './house.mjs'

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

async function for_strangers(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const tilly = await child_of(page, 'Tilly')
  await close()
  const beth = await signed_in(house, 'beth.rowntree')
  const answer = async (path) => (await beth.context.request.get(path)).text()
  const nothing = await answer(`/children/${'0'.repeat(31)}1/story`)
  claim(nothing.includes('Page not found'), 'there is a page for no child')
  claim(await answer(`${tilly}/story`) === nothing, 'the book tells a stranger something')
  await beth.close()
}

await run_in_house(async (house) => {
  await journey('the book at a desk', () => read_it(house, { width: 1280 }))
  await journey('the book on a phone', () => read_it(house, { width: 360 }))
  await journey('the book on a phone without script', () => read_it(house, { width: 360, script: false }))
  await journey('the book on paper', () => on_paper(house))
  await journey('nothing for who may not see her record', () => for_strangers(house))
})

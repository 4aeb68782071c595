// The three-month letter: what happened since the last one stands beside its box, a line is used, what is typed is kept, it is
// checked and signed; and all letters as a small book, on the screen and on paper.
import { Touches, child_of, claim, clean, journey, press, run_in_house, signed_in, strangers_are_told_nothing, words_of } from './house.mjs'

const path_of = (page) => new URL(page.url()).pathname

async function open_letter(house, name, how) {
  const one = await signed_in(house, 'priya.anand', how)
  const record = await child_of(one.page, name)
  await one.page.goto(`${record}/update`)
  return { ...one, record }
}

// On a phone what was gathered stands closed above the box.
async function gathered(page, width) {
  const shown = page.locator(width < 600 ? '.app-only-narrow' : '.app-only-wide').filter({ has: page.locator('.app-gathered__line') }).first()
  if (width < 600) {
    const first = shown.locator('.app-gathered__line').first()
    claim(!(await first.isVisible()), 'what was gathered stands open on a phone')
    await shown.locator('summary').click()
    claim(await first.isVisible(), 'what was gathered does not open')
  }
  return shown
}

async function whole_letter(house, name, how) {
  const { page, complaints, close, record } = await open_letter(house, name, how)
  claim((await page.locator('h1').innerText()) === `Three-month letter for ${name}`, 'the heading is another')
  claim(/Since \d+ \w+ 20\d\d/.test(await page.locator('main').innerText()), 'it is not said since when')
  await clean(page, 'an empty letter')
  await page.fill('[name="item.letter"]', `Dear ${name},`)
  const shown = await gathered(page, how.width)
  const line = shown.locator('.app-gathered__line').first()
  const entry = await line.locator('a').first().getAttribute('href')
  await line.getByRole('button', { name: /^Use/ }).click()
  await page.waitForURL(/\/drafts\//)
  const draft = path_of(page)
  const letter = await page.inputValue('[name="item.letter"]')
  claim(letter.startsWith(`Dear ${name},\n\n`), `what was typed is gone: ${letter}`)
  claim(letter.length > name.length + 10 && letter.length < 250, `more than a starting line was put in: ${letter}`)
  claim(await page.locator('[name="speaks-of"]:checked').count() === 1, 'the letter does not remember the entry')
  claim((await page.content()).includes('What did '), 'two empty wishes are no thing to look at')
  await clean(page, 'a letter with a line used')
  await page.goto(`${record}/update`)
  claim(path_of(page) === draft, 'another letter is begun beside the one that was')
  await page.fill('[name="item.letter"]', `${letter}it is done. I will see you on Tuesday.`)
  await page.fill('[name="item.child-wanted"]', 'The boat.')
  await page.locator('.app-letter').getByRole('button', { name: 'Check and sign', exact: true }).click()
  await page.waitForURL(/\/check$/)
  claim((await words_of(page)).includes('it is done. I will see you on Tuesday.'), 'the signing page does not show the letter')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForURL((url) => url.pathname === record)
  await page.goto(await page.locator('main a[href*="/entries/"]').filter({ hasText: 'Three-month letter' }).first().getAttribute('href'))
  claim((await words_of(page)).includes('What this letter speaks of'), 'the signed letter does not say what it speaks of')
  claim(await page.locator(`main a[href="${entry}"]`).count() > 0, 'the signed letter does not lead to the entry')
  await clean(page, 'a signed letter')
  await page.goto(`${record}/letters`)
  claim((await words_of(page)).includes('it is done. I will see you on Tuesday.'), 'the book does not hold the letter')
  claim(await page.locator('.app-book__letter').count() > 1, 'the book holds one letter alone')
  await clean(page, 'the book')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function use_at_the_caret(house) {
  const { page, complaints, close } = await open_letter(house, 'Reece', { width: 1280 })
  await page.fill('[name="item.letter"]', 'Dear Reece, hello. See you soon.')
  await page.locator('[name="item.letter"]').evaluate((box) => { box.focus(); box.setSelectionRange(18, 18) })
  const shown = await gathered(page, 1280)
  await shown.getByRole('button', { name: /^Use/ }).first().click()
  await page.waitForURL(/\/drafts\//)
  const letter = await page.inputValue('[name="item.letter"]')
  claim(letter.startsWith('Dear Reece, hello. ') && letter.endsWith(' See you soon.') && letter.length > 40, `the line is not where the caret was: ${letter}`)
  claim(await page.locator('[name="speaks-of"]:checked').count() === 1, 'the letter does not remember the entry')
  const caret = await page.locator('[name="item.letter"]').evaluate((box) => box.selectionStart)
  claim(letter.slice(caret).trim() === 'See you soon.', `the caret is not behind the line: ${caret}`)
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function touches(house) {
  const { page, close } = await signed_in(house, 'priya.anand', { width: 360 })
  const record = await child_of(page, 'Kian')
  await page.goto(record)
  const touches = new Touches(page)
  await touches.tap(page.getByText('Write something else', { exact: true }))
  await touches.tap(page.locator(`main a[href="${record}/update"]`).filter({ visible: true }).first())
  await page.waitForURL(/\/update(\?|$)/)
  await page.fill('[name="item.letter"]', 'Dear Kian, you told me about the swimming. I will see you on Tuesday.')
  await page.fill('[name="item.child-wanted"]', 'The swimming.')
  await touches.tap(page.locator('.app-letter').getByRole('button', { name: 'Check and sign', exact: true }))
  await page.waitForURL(/\/check$/)
  await touches.tap(page.getByRole('button', { name: 'Sign', exact: true }))
  await page.waitForURL((url) => url.pathname === record)
  claim(touches.count === 4, `${touches.count} touches`)
  await close()
  return `${touches.count} touches`
}

async function from_what_is_due(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const record = await child_of(page, 'Orla')
  await page.goto(record)
  const way = page.locator(`main a[href="${record}/update"]`).filter({ hasText: 'Write it', visible: true })
  claim(await way.count() > 0, 'the row that says a letter is due does not lead to it')
  await way.first().click()
  claim(path_of(page) === `${record}/update`, `it leads to ${page.url()}`)
  await close()
}

async function on_paper(house) {
  const { page, close, record } = await open_letter(house, 'Reece', {})
  await page.goto(`${record}/letters`)
  const letters = await page.locator('.app-book__letter').count()
  await page.emulateMedia({ media: 'print' })
  claim(!(await page.locator('.app-off-paper').first().isVisible()), 'what is for the worker is printed')
  claim(!(await page.getByText("Reece's record").isVisible()), 'a way back is printed')
  claim(await page.locator('.app-book__letter').first().evaluate((one) => getComputedStyle(one).breakBefore) === 'page', 'a letter does not begin a page')
  const book = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sides = (book.match(/\/Type\s*\/Page[^s]/g) ?? []).length
  claim(sides === letters + 1, `${letters} letters and a cover take ${sides} pages`)
  const [, width, height] = book.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? []
  claim(Math.abs(width - 420) < 3 && Math.abs(height - 595) < 3, `the paper is ${width} by ${height} points, not A5`)
  await close()
}

await run_in_house(async (house) => {
  await journey('from the row that says it is due, one press', () => from_what_is_due(house))
  await journey('a letter at a desk', () => whole_letter(house, 'Tilly', { width: 1280, script: true }))
  await journey('the same on a phone', () => whole_letter(house, 'Orla', { width: 360, script: true }))
  await journey('the same on a phone without script', () => whole_letter(house, 'Ava', { width: 360, script: false }))
  await journey('no more than four touches beside the words', () => touches(house))
  await journey('the book is printed as one: a cover, a page a letter, A5', () => on_paper(house))
  await journey('somebody else gets the same bytes as for no child', () => strangers_are_told_nothing(house, ['update', 'letters']))
  await journey('a line is put where the caret was left', () => use_at_the_caret(house))
})

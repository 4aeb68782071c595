// The child's own words: one said on the page, a talk one word at a time, what is kept when she runs off, and the talk
// written down; at a desk, on a phone, and without script.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const path_of = (page) => new URL(page.url()).pathname

async function begin(house, child, how) {
  const one = await signed_in(house, 'priya.anand', how)
  const record = await child_of(one.page, child)
  await one.page.goto(record)
  return { ...one, record }
}

async function one_word(house, how) {
  const { page, complaints, record, close } = await begin(house, 'Tilly', how)
  await press(page, 'All her words')
  claim(path_of(page) === `${record}/words`, `the strip leads to ${page.url()}`)
  let words = await words_of(page)
  claim(words.includes('Tilly says') && words.includes("Nan's") && words.includes('Agreed with Tilly by Priya Anand, Social Worker, 12 November 2026'), `who agreed it is not said: ${words}`)
  claim(words.includes('Talk again by') && words.includes('What children in care ask of us'), 'the rest of the page is missing')
  claim(!/why/i.test(words), 'a reason is asked')
  await clean(page, 'her words')
  const word = `word ${how.width} ${how.script}`
  await page.getByLabel('Instead of', { exact: true }).fill(word)
  await press(page, 'Keep this word')
  claim((await page.content()).includes('Write what is said instead'), 'half a word is kept')
  claim(await page.getByLabel('Instead of', { exact: true }).inputValue() === word, 'what was typed is gone')
  await clean(page, 'her words, with an error')
  await page.getByLabel('Say', { exact: true }).fill(`mine ${how.width} ${how.script}`)
  await press(page, 'Keep this word')
  claim((await page.content()).includes('Whoever writes to Tilly sees it from now on.'), 'it is not said that it is kept')
  await page.goto(record)
  claim((await words_of(page)).includes(`mine ${how.width} ${how.script}`), 'the strip does not say it')
  await page.goto(`${record}/words`)
  await page.getByRole('button', { name: new RegExp(`^She does not mind any more ?: ${word}$`) }).click()
  await page.waitForLoadState('load')
  words = await words_of(page)
  claim(words.includes('Words of before') && words.indexOf(word) > words.indexOf('Words of before'), 'it is not past')
  await clean(page, 'her words, and those of before')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function talk(house, child, how) {
  const { page, complaints, record, close } = await begin(house, child, how)
  await page.goto(`${record}/words`)
  await press(page, 'Talk it through now')
  claim((await words_of(page)).includes('Stop whenever it is enough. Nobody asks why.'), 'the list does not begin gently')
  await clean(page, 'the list of words')
  await page.goto(`${record}/words/talk?term=sibling`)
  claim((await page.locator('h1').innerText()) === 'sibling', 'the word is not the heading')
  await clean(page, 'one word')
  await page.getByLabel('something else', { exact: true }).check()
  await press(page, 'Next')
  claim((await page.content()).includes('Write the word, or choose another answer'), 'an empty word is kept')
  await page.getByLabel('My own word', { exact: true }).fill('my lot')
  await clean(page, 'one word, with an error')
  await press(page, 'Next') // and here the child runs off
  claim(path_of(page) === `${record}/words/talk` && page.url().includes('term='), `the next word is not next: ${page.url()}`)
  await page.goto(record)
  claim((await words_of(page)).includes('my lot'), 'what was said is lost')
  await page.goto(`${record}/words/talk?term=sibling`)
  claim((await words_of(page)).includes('You said “my lot”'), 'it is not shown what was said')
  await page.getByLabel('I do not mind', { exact: true }).check()
  await press(page, 'Stop here')
  claim((await page.locator('h1').innerText()).endsWith('said'), `it ends at ${page.url()}`)
  claim((await words_of(page)).includes('sibling: does not mind'), 'the end does not say what was said')
  await clean(page, 'the end of a talk')
  await press(page, 'Keep that we talked')
  claim((await page.content()).includes('Say who else was there'), 'a note is signed without who was there')
  await clean(page, 'the end of a talk, with an error')
  await page.locator('[name="item.people"][value="nobody"]').check()
  await press(page, 'Keep that we talked')
  claim(path_of(page) === `${record}/words`, `it is kept at ${page.url()}`)
  claim((await page.content()).includes('see these from now on, and whoever works with you after them.'), 'it is not said who sees it')
  await clean(page, 'her words after a talk')
  await page.goto(record)
  claim((await words_of(page)).includes('Talk about words'), 'the story does not hold the talk')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function for_readers(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const tilly = await child_of(page, 'Tilly')
  await close()
  const reviewer = await signed_in(house, 'margaret.ellwood') // reviews Leo's plan: reads, and changes no fact
  await reviewer.page.fill('#find', 'Leo Marchant')
  await press(reviewer.page, 'Find')
  await reviewer.page.goto(await reviewer.page.locator('main a[href^="/children/"]').filter({ hasText: 'Leo' }).first().getAttribute('href') + '/words')
  const words = await words_of(reviewer.page)
  claim(words.includes("Ros and Glen's") && !words.includes('Talk it through now') && !words.includes('Keep this word'), 'a reader is shown a press that is not theirs')
  await clean(reviewer.page, 'the words, to a reader')
  await reviewer.close()
  const stranger = await signed_in(house, 'beth.rowntree')
  claim((await stranger.context.request.get(`${tilly}/words`)).status() === 404, 'somebody else reads them')
  await stranger.close()
}

async function on_paper(house) {
  const { page, record, close } = await begin(house, 'Tilly', {})
  await page.goto(`${record}/words`)
  await page.emulateMedia({ media: 'print' })
  claim(!(await page.getByRole('button', { name: 'Keep this word' }).isVisible()), 'a press is printed')
  claim(await page.locator('.app-other-side').evaluate((side) => getComputedStyle(side).breakBefore) === 'page', 'the other side of the sheet does not begin anew')
  const sheet = await page.pdf({ format: 'A4' })
  const sides = (sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length
  claim(sides === 2, `it takes ${sides} sides`)
  await close()
}

await run_in_house(async (house) => {
  await journey('a word is said, changed and taken back at a desk', () => one_word(house, { width: 1280, script: true }))
  await journey('the same on a phone', () => one_word(house, { width: 360, script: true }))
  await journey('the same on a phone without script', () => one_word(house, { width: 360, script: false }))
  await journey('words are talked over on a phone, and nothing said is lost', () => talk(house, 'Reece', { width: 360, script: true }))
  await journey('the same without script', () => talk(house, 'Kian', { width: 360, script: false }))
  await journey('the same at a desk', () => talk(house, 'Orla', { width: 1280, script: true }))
  await journey('who may only read has no press, and a stranger nothing', () => for_readers(house))
  await journey('it prints on both sides of one sheet', () => on_paper(house))
})

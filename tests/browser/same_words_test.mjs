// Copy and paste, and the reading age, beside the words and on the page that checks: words of an earlier entry and of another
// child's record, a pasted e-mail cut to its message, each press and its way back; at a desk, on a phone, and without script.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const happened = '[id="item.happened"]'
const email = 'Helen Frost wrote to me.\n\nFrom: Helen Frost <h.frost@oakbank.example>\nTo: Priya Anand\nSubject: Tilly\n\nTilly was sick twice this week.\n\nKind regards\nHelen Frost\nSchool Nurse'
const cut = 'Helen Frost wrote to me.\n\nTilly was sick twice this week.'

// A sentence of a signed visit of this child, read on its page: for each way another. `visit` counts from the newest, -1 is the oldest of the page.
async function sentence_of(page, child, visit, turn) {
  await page.goto(child)
  await page.goto(await page.locator('main a[href*="/entries/"]').filter({ hasText: /^Visit/ }).nth(visit).getAttribute('href'))
  const words = (await page.locator('main section p').allInnerTexts()).join(' ').replace(/\s+/g, ' ')
  const sentence = words.split(/(?<=[.!?])\s/).filter((one) => /^[A-Z][A-Za-z' ,]+\.$/.test(one) && one.split(' ').length >= 7)[turn]
  claim(sentence, `no sentence stands there to be copied: ${words}`)
  return sentence
}

async function write(page, child, words) {
  await page.goto(`${child}/visit`)
  await page.fill(happened, words)
  if (page.without_script) await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.waitForURL(/\/drafts\/\w+/)
}

// With script the card comes by itself once the writer has left the box; on a phone under it, closed.
async function card_of(page, words) {
  const card = page.locator('.app-finding').filter({ hasText: words }).first()
  if (!page.without_script) await page.locator('[id="item.think"]').focus()
  await card.waitFor({ state: 'attached', timeout: 12000 })
  if (!await card.isVisible()) await page.locator('.app-findings-here summary').first().click()
  return card
}

// What else a visit needs to be signed.
async function fill_the_rest(page) {
  await page.fill('[id="item.child-views.words"]', "Nan's is quiet.")
  await page.getByLabel('told me, alone', { exact: true }).check()
  await page.fill('[id="item.think"]', 'I think you are settled.')
  await page.fill('[id="item.actions.1.what"]', 'I will ring your school.')
  await page.getByLabel('Seen alone', { exact: true }).check()
  await page.getByLabel(/^Maureen Barrow/).check()
  await page.locator('[name="item.bedroom"][value=yes]').check()
  for (const [part, value] of [['day', '22'], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
}

async function check(page) {
  await page.getByRole('button', { name: 'Check and sign', exact: true }).click()
  await page.waitForURL(/\/check$/)
}

async function an_earlier_entry(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Tilly')
  const copied = await sentence_of(page, child, -1, how.turn)
  const before = `Today we walked to the ${how.place} and slowly back again.`
  await write(page, child, `${before} ${copied} You smiled.`)
  const card = await card_of(page, 'Still true today?')
  claim(/This sentence stands in .+ visit of \d+ \w+ \d{4}\. Still true today\?/.test(await card.innerText()), `it is not said where: ${await card.innerText()}`)
  const way = await card.getByRole('link', { name: /^Read the visit of/ }).getAttribute('href')
  claim((await page.context().request.get(way)).status() === 200, 'the way to it leads nowhere')
  await clean(page, 'writing, with the same words before')
  if (!page.without_script) {
    await card.getByRole('button', { name: /^Take out/ }).click()
    claim(await page.inputValue(happened) === `${before} You smiled.`, `it stands otherwise: ${await page.inputValue(happened)}`)
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    claim((await page.inputValue(happened)).includes(copied), 'Undo does not put it back')
    await (await card_of(page, 'Still true today?')).getByRole('button', { name: /^Still true, leave in/ }).click()
    claim((await page.locator('.app-finding__kept').first().innerText()) === 'Left in. Still true, leave in.', 'it is not said that it stays')
    await page.waitForFunction(() => /^Saved/.test(document.getElementById('saved-line')?.textContent.trim() ?? ''))
  }
  await check(page)
  const box = page.getByRole('checkbox', { name: /^Still true, leave in/ })
  claim(await box.isChecked() === !page.without_script, 'what was chosen before is not shown')
  await clean(page, 'the page that checks, with the same words before')
  await page.fill('[name="release.warning"]', 'It is about your mum.')
  await page.locator('[name="release.warning"]').press('Enter')
  claim(/\/check$/.test(page.url()) && !(await words_of(page)).includes('Put them back'), 'Enter in a box presses a button')
  await page.locator('.app-finding').filter({ hasText: 'Still true today?' }).getByRole('button', { name: /^Take out/ }).click()
  await page.waitForURL(/changed=/)
  let words = await words_of(page)
  claim(!words.includes(copied) && words.includes(`${before} You smiled.`), 'the words still stand there')
  claim(await page.inputValue('[name="release.warning"]') === 'It is about your mum.', 'what was typed is gone')
  await clean(page, 'the page that checks, after a press')
  await press(page, 'Put them back')
  words = await words_of(page)
  claim(words.includes(`${before} ${copied} You smiled.`), 'they are not put back')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function another_record(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const tilly = await child_of(page, 'Tilly')
  const copied = await sentence_of(page, await child_of(page, 'Reece'), 0, how.turn)
  await write(page, tilly, `Today we sat in the ${how.place} for an hour. ${copied}`)
  const card = await card_of(page, "stands in Reece's record")
  claim((await card.innerText()).includes("Does this belong in Tilly's record, and is it true today?"), 'it is not asked whether it belongs here')
  await clean(page, 'writing, with words of another record')
  await fill_the_rest(page)
  await check(page)
  await press(page, 'Sign')
  claim((await page.locator('.govuk-error-summary').innerText()).includes('Say why you keep'), 'it is signed unasked')
  await clean(page, 'the page that checks, with an error')
  await page.locator('.govuk-error-summary a').filter({ hasText: 'Say why you keep' }).click()
  await page.getByRole('checkbox', { name: /^It belongs here, leave in/ }).check()
  await press(page, 'Sign')
  claim(new URL(page.url()).pathname === tilly && (await page.content()).includes('Signed.'), `it is not signed: ${page.url()}`)
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

async function only_the_message(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await write(page, await child_of(page, 'Tilly'), email)
  const card = await card_of(page, 'pasted e-mail')
  claim(await page.inputValue(happened) === email, 'the words were changed by themselves')
  if (page.without_script) {
    await check(page)
    await page.getByRole('button', { name: /^Show only the message/ }).click()
    await page.waitForURL(/changed=/)
    await page.getByRole('link', { name: /^Back to writing/ }).click()
    claim((await page.inputValue(happened)).replaceAll('\r', '') === cut, `it stands otherwise: ${await page.inputValue(happened)}`)
  } else {
    await card.getByRole('button', { name: /^Show only the message/ }).click()
    claim(await page.inputValue(happened) === cut, `it stands otherwise: ${await page.inputValue(happened)}`)
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    claim(await page.inputValue(happened) === email, 'Undo does not bring it back')
  }
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function reading_age(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await write(page, await child_of(page, 'Tilly'), 'Today I came to see you at school and we sat in the hall. You drew a cat for me. We talked about safeguarding. You told me that you like it here and that your nan is well.')
  const age = page.locator('#reading-age')
  await age.getByText(/^Reading age about \d+\.$/).waitFor()
  claim((await age.innerText()).includes('What makes it hard: 1 long word'), `it is not said why: ${await age.innerText()}`)
  await age.locator('summary').click()
  await clean(page, 'writing, with the reading age')
  if (page.without_script) {
    claim(await age.getByRole('link', { name: /^Go to the words/ }).getAttribute('href') === '#item.happened', 'no way to the words')
  } else {
    await age.getByRole('button', { name: /^Show me/ }).click()
    const chosen = await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd))
    claim(chosen === 'safeguarding', `it shows "${chosen}"`)
  }
  await check(page)
  claim(/Reading age about \d+\./.test(await words_of(page)), 'the page that checks does not say it')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

const ways = [['at a desk', { width: 1280, turn: 0, place: 'library' }], ['on a phone', { width: 360, turn: 1, place: 'station' }],
  ['on a phone without script', { width: 360, script: false, turn: 2, place: 'museum' }]]
await run_in_house(async (house) => {
  for (const [where, how] of ways) {
    await journey(`words of an earlier entry are shown, taken out, put back and left in, ${where}`, () => an_earlier_entry(house, how))
    await journey(`words of another child's record are confirmed before they are signed, ${where}`, () => another_record(house, how))
    await journey(`a pasted e-mail is cut to its message by a press, ${where}`, () => only_the_message(house, how))
    await journey(`the reading age stands beside the words, ${where}`, () => reading_age(house, how))
  }
})

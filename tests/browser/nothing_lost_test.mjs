// A lost line, an ended session, a double press, two people on one draft: not a word is lost and nothing is stored twice.
import { child_of, claim, journey, run_in_house, signed_in } from './house.mjs'

const box = (page) => page.locator('[id="item.happened"]')
const saved_line = (page) => page.locator('#saved-line')

async function begin_visit(page, child, words) {
  await page.goto(`${await child_of(page, child)}/visit`)
  await box(page).fill(words)
}

async function until_saved(page) {
  await page.waitForURL(/\/drafts\/[0-9a-f]+$/, { timeout: 5000, waitUntil: 'commit' })
  await page.waitForFunction(() => /^(Saved|Connected again\. Saved) /.test(document.getElementById('saved-line').textContent.trim()), null, { timeout: 5000 })
}

async function kept_words(page) {
  const again = await page.context().newPage()
  await again.goto(page.url())
  const words = await again.locator('[id="item.happened"]').inputValue()
  await again.close()
  return words
}

await run_in_house(async (house) => {
  await journey('what was written is kept within three seconds of the last key', async () => {
    const { page, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Reece', 'Today I came to see you because')
    const begun = Date.now()
    await until_saved(page)
    const took = Date.now() - begun
    claim(took <= 3000, `it took ${took} ms`)
    claim(await kept_words(page) === 'Today I came to see you because', 'the words are not there')
    await close()
    return `${took} ms`
  })
  await journey('the line goes in mid-word: kept here, and sent when it comes back', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand', { width: 360 })
    await begin_visit(page, 'Ava', 'Today I came')
    await until_saved(page)
    await context.setOffline(true)
    await box(page).fill('Today I came to see you and your brother')
    await page.waitForFunction(() => document.getElementById('saved-line').textContent.includes('No connection'), null, { timeout: 6000 })
    await page.getByRole('button', { name: 'Check and sign' }).click()
    claim((await page.locator('main').innerText()).includes('Sign when you are connected.'), 'signing without a line is not answered')
    await context.setOffline(false)
    await page.waitForFunction(() => document.getElementById('saved-line').textContent.includes('Saved'), null, { timeout: 12000 })
    claim(await kept_words(page) === 'Today I came to see you and your brother', 'the words written without a line are lost')
    await close()
  })
  await journey('opened again in the middle of a word: the page shows it without another key', async () => {
    const { page, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Orla', 'Today I came')
    await until_saved(page)
    for (const more of [' to see you', ' after school', ' and you were']) {
      const before = await box(page).inputValue()
      await box(page).press('End')
      await box(page).pressSequentially(more)
      await page.reload()
      await page.waitForFunction((words) => document.getElementById('item.happened').value === words, before + more, { timeout: 8000 })
    }
    await close()
  })
  await journey('too long to be kept, the page opened again, then shortened: it is kept', async () => {
    const { page, close } = await signed_in(house, 'priya.anand')
    const note = `${await child_of(page, 'Tilly')}/note?type=case-note`
    await page.goto(note)
    const refused = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 413)
    await box(page).fill('You told me about the shed. '.repeat(40000))
    await refused
    claim((await saved_line(page).innerText()).includes('Not saved'), 'it is not said that it is not kept')
    await page.waitForTimeout(500)
    await page.goto(note)
    await page.waitForFunction(() => document.getElementById('item.happened').value.length > 1000000, null, { timeout: 8000 })
    await box(page).fill('You told me about the shed.')
    await until_saved(page)
    claim(await kept_words(page) === 'You told me about the shed.', 'the shorter words are not kept')
    await close()
  })
  await journey('the session ends while writing: locked, unlocked, nothing lost', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Kian', 'Today I came to see you after school')
    await until_saved(page)
    const cookies = await context.cookies()
    const elsewhere = await context.newPage()
    await elsewhere.goto('/')
    await elsewhere.getByRole('button', { name: 'Sign out' }).first().click()
    await elsewhere.waitForURL(/\/session/)
    await elsewhere.close()
    await context.addCookies(cookies) // a session that ended, as one that was left too long: its cookie is still sent
    await box(page).fill('Today I came to see you after school and you were painting')
    const locked = page.getByRole('heading', { name: 'Locked. Nothing is lost.' })
    await locked.waitFor({ timeout: 6000 })
    claim(!(await box(page).isVisible()), 'the words stay on the screen')
    await page.locator('input[type=email]:visible').fill('priya.anand@northmere.example')
    await page.locator('input[type=password]:visible').fill('everyone here is invented')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await locked.waitFor({ state: 'hidden', timeout: 6000 })
    await until_saved(page)
    claim(await box(page).inputValue() === 'Today I came to see you after school and you were painting', 'the box is not as it was left')
    claim(await kept_words(page) === 'Today I came to see you after school and you were painting', 'the words are not kept')
    await close()
  })
  await journey('Save pressed twice without script: one draft', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand', { script: false })
    await page.goto('/drafts')
    const before = await page.locator('main a[href^="/drafts/"]').count()
    await begin_visit(page, 'Finn', 'Today you smiled at me.')
    const form = await page.locator('form[action="/drafts"]').evaluate((one) => [...new FormData(one)])
    const post = () => context.request.post('/drafts', { form: Object.fromEntries(form), headers: { origin: house.at }, maxRedirects: 0 })
    const [first, second] = await Promise.all([post(), post()])
    claim(first.status() === 303 && second.status() === 303, `answered ${first.status()} and ${second.status()}`)
    claim(first.headers().location === second.headers().location, 'the second answer is not the first')
    await page.goto('/drafts')
    claim(await page.locator('main a[href^="/drafts/"]').count() === before + 1, 'not exactly one draft was made')
    await close()
  })
  await journey('two people on one draft: different parts merge, the same part shows both', async () => {
    const priya = await signed_in(house, 'priya.anand')
    await begin_visit(priya.page, 'Tilly', 'Today we came to see you.')
    await until_saved(priya.page)
    const sam = await signed_in(house, 'sam.okoro')
    await sam.page.goto(priya.page.url())
    claim(await box(sam.page).inputValue() === 'Today we came to see you.', 'Sam does not see the draft')
    await sam.page.locator('[id="item.think"]').fill('I think you were tired.')
    await until_saved(sam.page)
    await box(priya.page).fill('Today we came to see you at home.')
    await priya.page.waitForFunction(() => document.getElementById('item.think')?.value === 'I think you were tired.', null, { timeout: 8000 })
    await box(sam.page).fill('Today we came to see you. You were out.')
    await sam.page.locator('#differences').waitFor({ timeout: 8000 })
    await sam.page.locator('#differences a').click()
    await sam.page.waitForURL(/\/differences$/)
    const words = await sam.page.locator('main').innerText()
    claim(words.includes('You were out.') && words.includes('at home'), 'both are not shown')
    claim(words.includes('Nothing is lost'), 'it does not say that nothing is lost')
    await priya.close()
    await sam.close()
  })
})

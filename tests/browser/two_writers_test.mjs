// Two people on one draft, at two devices: what both wrote in one part stays until one of them has read both; and
// nobody signs what was written while the page stood still.
import { child_of, claim, journey, run_in_house, signed_in } from './house.mjs'

const box = (page, item) => page.locator(`[id="item.${item}"]`)

async function until_saved(page) {
  await page.waitForURL(/\/drafts\/[0-9a-f]+$/, { timeout: 5000, waitUntil: 'commit' })
  await page.waitForFunction(() => /^Saved /.test(document.getElementById('saved-line').textContent.trim()), null, { timeout: 5000 })
}

// Types, and waits for the answer to the save that these words are in.
async function write(page, item, words) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && (response.request().postData() ?? '').includes(new URLSearchParams({ w: words }).toString().slice(2)))
  await box(page, item).fill(words)
  return (await answered).json()
}

async function both_on_one_draft(house, child) {
  const priya = await signed_in(house, 'priya.anand')
  await priya.page.goto(`${await child_of(priya.page, child)}/visit`)
  await box(priya.page, 'happened').fill('Today we came to see you.')
  await until_saved(priya.page)
  const sam = await signed_in(house, 'sam.okoro')
  await sam.page.goto(priya.page.url())
  return { priya, sam, close: () => Promise.all([priya.close(), sam.close()]) }
}

await run_in_house(async (house) => {
  await journey('who writes on after "See both" overwrites nobody, and keeps her own words in her box', async () => {
    const { priya, sam, close } = await both_on_one_draft(house, 'Tilly')
    await write(priya.page, 'happened', 'Today we came to see you at home. Mum was out.')
    await write(sam.page, 'happened', 'Today we came to see you. You were painting.')
    await sam.page.locator('#differences').waitFor({ timeout: 8000 })
    await sam.page.locator('[id="item.think"]').focus() // the box has lost the focus: the other's words must not come over his
    await write(sam.page, 'think', 'I think you were glad.')
    claim(await box(sam.page, 'happened').inputValue() === 'Today we came to see you. You were painting.', 'his words are gone from his box')
    const answer = await write(sam.page, 'happened', 'Today we came to see you. You were painting a mug.')
    claim(answer.differences, 'writing on has settled what nobody read')
    claim((await sam.page.locator('#differences').innerText()).includes('You and Priya Anand both wrote here.'), 'it does not say who')
    await priya.page.reload()
    claim(await box(priya.page, 'happened').inputValue() === 'Today we came to see you at home. Mum was out.', 'her words were overwritten')
    await sam.page.locator('#differences a').click()
    await sam.page.waitForURL(/\/differences$/)
    const words = await sam.page.locator('main').innerText()
    claim(words.includes('You were painting a mug.') && words.includes('Mum was out.'), 'both are not shown')
    await sam.page.getByRole('button', { name: 'Go on writing' }).click()
    await sam.page.waitForURL(/\/drafts\/[0-9a-f]+$/)
    const kept = await box(sam.page, 'happened').inputValue()
    claim(kept.includes('You were painting a mug.') && kept.includes('Mum was out.'), 'both are not kept')
    await close()
  })
  await journey('what a colleague writes while Check and sign stands open is read before it is signed', async () => {
    const { priya, sam, close } = await both_on_one_draft(house, 'Tilly')
    const draft = priya.page.url()
    await priya.page.goto(`${draft}/check`)
    await write(sam.page, 'think', 'I think you were tired.')
    await priya.page.getByRole('button', { name: 'Sign', exact: true }).click()
    await priya.page.locator('.govuk-error-summary').waitFor()
    const words = await priya.page.locator('main').innerText()
    claim(words.includes('Sam Okoro wrote here meanwhile. Read it again, then sign'), 'it does not say who wrote')
    claim(words.includes('I think you were tired.'), 'the new words are not shown')
    await close()
  })
  await journey('written down now: a slip in the list of children is put right', async () => {
    const { page, close } = await signed_in(house, 'priya.anand', { width: 360 })
    await page.getByRole('button', { name: 'Write it down now' }).or(page.getByRole('link', { name: 'Write it down now' })).first().click()
    await box(page, 'happened').fill('Nan rang at nine.')
    const options = await page.locator('#child option').evaluateAll((all) => all.map((one) => one.value))
    await page.locator('#child').selectOption(options[1])
    await until_saved(page)
    await page.waitForTimeout(2500)
    await page.locator('#child').selectOption(options[2])
    await page.locator('#type').selectOption('case-note')
    await page.waitForTimeout(2500)
    await page.getByRole('button', { name: 'Check and sign' }).click()
    await page.waitForURL(/\/check$/)
    claim(await page.locator('input[name=child]').first().getAttribute('value') === options[2], 'the first child holds for ever')
    await close()
  })
})

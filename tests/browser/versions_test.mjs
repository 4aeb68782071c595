// A newer summary beside the one before it; a decision that names what it rests on, ticked from a list; who gets whose notes of a meeting. With script and
// without, at a desk and on a phone.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const shot = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}
const day_of = async (page, day) => {
  for (const [part, value] of [['day', day], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
}

async function sign(page, what) {
  await press(page, 'Check and sign')
  await page.locator('[name="release.how"]').first().check()
  await press(page, 'Sign')
  claim(!new URL(page.url()).pathname.startsWith('/drafts'), `${what} was not signed: ${(await words_of(page)).slice(0, 1200)}`)
}

async function two_summaries(page, child, how) {
  for (const [day, words] of [['21', 'You live with Nan. You sleep badly.'], ['22', 'You live with Nan. You sleep through now.']]) {
    await page.goto(`${child}/note?type=case-summary`)
    await day_of(page, day)
    await page.fill('[name="item.written"]', words)
    await sign(page, 'a summary')
  }
  await page.goto(`${child}?kind=case-summary`)
  await page.goto(await page.locator('.app-timeline a[href*="/entries/"]').first().getAttribute('href'))
  await clean(page, 'the newer summary')
  await press(page, 'Beside the one before')
  const words = await words_of(page)
  for (const one of ['Before: 21 December 2026', 'You sleep badly. (not in the newer one)', 'Now: 22 December 2026', 'New on 22 December 2026', 'Carried on from 21 December 2026, not changed'])
    claim(words.includes(one), `"${one}" does not stand there: ${words.slice(0, 1500)}`)
  await clean(page, 'two versions side by side')
  await shot(page, `versions-${how.width}`)
  const [before, now] = await page.locator('.app-side-by-side__half').evaluateAll((halves) => halves.slice(0, 2).map((one) => one.getBoundingClientRect().toJSON()))
  claim(how.width > 600 ? now.left > before.right - 1 : now.top >= before.bottom - 1, 'on a phone one stands under the other, at a desk beside it')
}

async function decision_rests_on_entries(page, child, how) {
  await page.goto(`${child}/note?type=key-decision`)
  await day_of(page, '22')
  await page.fill('[name="item.decision"]', 'You stay with Nan until spring.')
  await page.fill('[name="item.reason"]', 'You are safe there, and it is what you asked for.')
  await page.locator('button[name=then][value="entries:relied-on"]').click()
  await page.waitForURL(/\/entries\/relied-on$/)
  await clean(page, 'the entries to choose from')
  await shot(page, `entries-${how.width}`)
  const boxes = page.locator('[name=entry]')
  claim(await boxes.count() > 3, 'there is nothing to choose from')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Keep these, and show others' }).click()
  await page.waitForLoadState()
  claim(await page.locator('[name=entry]:checked').count() === 2, 'what was ticked was lost')
  await page.locator('[name=entry]:checked').first().uncheck()
  await press(page, 'Keep these')
  claim(await page.inputValue('[name="item.decision"]') === 'You stay with Nan until spring.', 'the words were lost')
  await clean(page, 'the decision with what it rests on')
  await sign(page, 'the decision')
  await page.goto(`${child}/decisions`)
  await clean(page, 'the decisions')
  await shot(page, `decisions-${how.width}`)
  const decision = page.locator('section.app-read').filter({ hasText: 'You stay with Nan until spring.' }).first()
  const links = decision.locator('ul a[href*="/entries/"]')
  claim(await links.count() === 1, 'it does not lead to the one entry that it rests on')
  const to = await links.first().getAttribute('href')
  await page.goto(to)
  claim((await words_of(page)).includes('decision of 22 December 2026'), 'the entry does not say that a decision rests on it')
}

async function who_gets_what(page, child, how) {
  await page.goto(`${child}/meetings`)
  await page.locator('main a[href$="/who-gets-what"]').first().click()
  await page.waitForURL(/who-gets-what$/)
  await clean(page, 'who gets what')
  await page.locator('[name=given]').first().check()
  await page.locator('[name=how][value="by post"]').check()
  await press(page, 'Keep this')
  claim((await words_of(page)).includes('Say why'), 'no reason is asked for')
  claim(await page.locator('[name=given]').first().isChecked(), 'the tick was lost')
  await clean(page, 'who gets what, refused')
  await shot(page, `who-gets-what-${how.width}`)
  await page.fill('[name=why]', 'They were asked to it.')
  await page.fill('[name=agreement]', 'Tilly, on 22 December')
  await press(page, 'Keep this')
  claim((await words_of(page)).includes('by post, 23 December 2026'), 'it does not stand under the entry')
}

await run_in_house(async (house) => {
  for (const how of [{ width: 1280, script: true }, { width: 360, script: false }])
    await journey(`versions, evidence and notes given, ${how.width} px, ${how.script ? 'with' : 'without'} script`, async () => {
      const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
      const child = await child_of(page, how.script ? 'Tilly' : 'Reece')
      await two_summaries(page, child, how)
      await decision_rests_on_entries(page, child, how)
      await who_gets_what(page, await child_of(page, 'Tilly'), how)
      claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
      await close()
    })
})

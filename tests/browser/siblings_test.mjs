// One visit to Tilly and Reece: what is the same for all typed once, each child's part beside the other at a desk and one at a time on a
// phone, kept by script and by presses, checked and signed one by one. SHOTS names a folder for pictures of the pages.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const shot = (page, name) => (process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : null)
const box = (page, name) => page.locator(`[id="${name}"]`)
const part_of = (page) => page.locator('input[name^="version.with."]').getAttribute('name').then((name) => name.slice('version.'.length))

async function until_saved(page) {
  await page.waitForFunction(() => /^Saved /.test(document.getElementById('saved-line').textContent.trim()), null, { timeout: 8000 })
}

// Types, and waits for the answer to the save that these words are in.
async function write(page, name, words) {
  const sent = new URLSearchParams({ w: words }).toString().slice(2)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && (response.request().postData() ?? '').includes(sent))
  await box(page, name).fill(words)
  return (await answered).json()
}

async function fill_day(page) {
  for (const [part, value] of [['day', '22'], ['month', '12'], ['year', '2026']]) await box(page, `when.${part}`).fill(value)
}

// Tilly's visit begun, and Reece ticked.
async function begin(house, how) {
  const one = await signed_in(house, 'priya.anand', how)
  const { page } = one
  await page.goto(`${await child_of(page, 'Tilly')}/visit`)
  claim(!(await page.getByLabel('Reece', { exact: true }).isChecked()), 'Reece is ticked already')
  await page.getByLabel('Reece', { exact: true }).check()
  await clean(page, 'the page of a visit that asks who else was visited')
  await shot(page, `also-${how.width}`)
  if (how.script !== false) await until_saved(page) // the tick has begun a draft: its answer is not taken for the press's
  await press(page, 'Give each child a part')
  await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
  claim((await words_of(page)).includes('What is the same for all'), 'nothing is the same for all')
  return one
}

async function fill_own(page, prefix, happened) {
  await box(page, `${prefix}item.happened`).fill(happened)
  await box(page, `${prefix}item.child-views.words`).fill('It is fine here.')
  await page.locator(`[name="${prefix}item.child-views.how"]`).first().check()
  await box(page, `${prefix}item.think`).fill('I think you are doing well.')
  await box(page, `${prefix}item.actions.1.what`).fill('Bring new paints')
  await page.locator(`[name="${prefix}item.seen"][value="seen alone"]`).check()
}

async function fill_for_all(page) {
  await fill_day(page)
  await box(page, 'item.for-all').fill('Nan had made soup, and the kitchen was warm.')
  claim(await page.locator('[name="item.place"]:checked').count() === 0, 'where Tilly lives is taken to be where Reece lives')
  await page.locator('[name="item.place"][value="another family home"]').check()
  await page.locator('[name="item.people"][value="nobody"]').check()
}

async function sign(page) {
  for (const late of await page.locator('[name="late.reason"]').all()) { await late.check(); break }
  if (await page.locator('[name="late.safe"]').count()) await page.locator('[name="late.safe"]').fill('Nan and the school saw them.')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.waitForLoadState('load')
  const refused = page.locator('.govuk-error-summary')
  claim(await refused.count() === 0, `it is not signed: ${await refused.count() ? await refused.innerText() : ''}`)
  await page.waitForURL(/done=signed/)
}

const hers = 'Today I came to see you. You showed me the mug you had painted.'
const his = 'Today I came to see you. You showed me the bike that you are fixing.'

await run_in_house(async (house) => {
  await journey('side by side at a desk: one page keeps what is the same and both parts, and each is signed alone', async () => {
    const { page, complaints, close } = await begin(house, { width: 1280 })
    const reece = await part_of(page)
    claim((await page.locator('h1').innerText()) === 'Record a visit to Tilly and Reece', 'the heading does not say whom')
    await fill_for_all(page)
    await fill_own(page, '', hers)
    await fill_own(page, reece, his)
    await write(page, `${reece}item.think`, 'I think you are proud of it.')
    await until_saved(page)
    const [left, right] = await Promise.all(['item.happened', `${reece}item.happened`].map((name) => box(page, name).boundingBox()))
    claim(right.x > left.x + left.width && Math.abs(left.y - right.y) < 200, 'the parts do not stand side by side')
    await clean(page, 'the page of a visit to two children')
    await shot(page, 'parts-1280')
    await page.reload()
    claim(await box(page, `${reece}item.happened`).inputValue() === his && await box(page, 'item.happened').inputValue() === hers, 'a part is not kept')
    claim((await box(page, 'item.for-all').inputValue()).startsWith('Nan had made soup'), 'what is the same is not kept')
    await press(page, "Check and sign Tilly's")
    await page.waitForURL(/\/check$/)
    const check = await words_of(page)
    claim(check.includes(hers) && check.includes('Nan had made soup') && !check.includes('the bike'), 'what is signed is not hers alone')
    await clean(page, 'Check and sign of one part')
    await shot(page, 'check-1280')
    await sign(page)
    claim((await page.content()).includes('Signed. It is in Tilly'), 'it is not said that it is signed')
    await shot(page, 'signed-1280')
    await press(page, 'Write to Reece about the same visit')
    await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
    claim((await words_of(page)).includes('Tilly: signed'), 'it is not said that hers is signed')
    claim(await box(page, 'item.happened').inputValue() === his, 'his words are gone')
    await press(page, "Check and sign Reece's")
    await sign(page)
    await page.locator('.app-timeline a[href*="/entries/"]').first().click()
    await page.waitForURL(/\/entries\//)
    claim((await words_of(page)).includes("On the same visit as Tilly's"), 'the entry does not lead to hers')
    await clean(page, 'an entry of a visit to two children')
    await shot(page, 'entry-1280')
    await page.getByRole('link', { name: "On the same visit as Tilly's" }).click()
    await page.waitForURL(/\/entries\//)
    claim((await words_of(page)).includes('the mug you had painted'), 'it does not lead to her entry')
    claim(complaints.length === 0, complaints.join('\n'))
    await close()
  })

  await journey('on a phone one child at a time, and each press keeps what was written', async () => {
    const { page, complaints, close } = await begin(house, { width: 360 })
    const reece = await part_of(page)
    claim(!(await box(page, `${reece}item.happened`).isVisible()), 'both parts stand below each other')
    claim((await words_of(page)).includes('Reece: not started'), 'it is not said where Reece is')
    await fill_for_all(page)
    await fill_own(page, '', hers)
    await clean(page, 'one part on a phone')
    await shot(page, 'parts-360')
    await press(page, 'Reece: not started')
    await page.locator('main', { hasText: 'Tilly: ready' }).waitFor()
    claim(await box(page, 'item.happened').inputValue() === '', 'her words stand in his part')
    claim((await box(page, 'item.for-all').inputValue()).startsWith('Nan had made soup'), 'what is the same is typed twice')
    await press(page, "Start Reece's from Tilly's")
    await page.locator('[name=sentence]').first().waitFor()
    await clean(page, 'the page of sentences to tick')
    claim(await page.locator('[name=sentence]:checked').count() === 0, 'a sentence is ticked')
    await shot(page, 'start-360')
    await page.getByLabel('Today I came to see you.', { exact: true }).check()
    await press(page, "Copy what is ticked to Reece's part")
    claim(await box(page, 'item.happened').inputValue() === 'Today I came to see you.', 'not what was ticked is copied')
    claim(complaints.length === 0, complaints.join('\n'))
    await close()
  })

  for (const width of [1280, 360])
    await journey(`without script at ${width} px it is all done with presses`, async () => {
      const { page, close } = await begin(house, { width, script: false })
      await fill_for_all(page)
      await fill_own(page, '', hers)
      if (width > 600) await box(page, `${await part_of(page)}item.happened`).fill(his)
      await page.getByRole('button', { name: /^Reece: / }).click()
      await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
      claim(await box(page, 'item.happened').inputValue() === (width > 600 ? his : ''), 'his part is not as it was left')
      await fill_own(page, '', his)
      await press(page, "Check and sign Reece's")
      await sign(page)
      claim((await words_of(page)).includes('Write to Tilly about the same visit'), 'it does not go on to her')
      await shot(page, `signed-no-script-${width}`)
      await close()
    })

  await journey('what is private to one is shown before anything else on the page', async () => {
    const { page, close } = await begin(house, { width: 1280 })
    await write(page, 'item.happened', 'Today I came to see you. Reece has been arrested for burglary and is on bail.')
    await page.reload()
    const first = page.locator('#things .app-finding').first()
    await first.waitFor()
    claim((await first.innerText()).includes('private to another child'), `the first is: ${await first.innerText()}`)
    const [things, for_all] = await Promise.all([page.locator('#things').boundingBox(), page.locator('#part-for-all').boundingBox()])
    claim(things.y < for_all.y, 'it stands below')
    await shot(page, 'private-1280')
    await close()
  })

  for (const how of [{ width: 1280 }, { width: 360 }, { width: 1280, script: false }])
    await journey(`a sentence that is Reece's is moved to his part, and put back, at ${how.width} px${how.script === false ? ' without script' : ''}`, async () => {
      const { page, complaints, close } = await begin(house, how)
      const his_words = 'Reece has been arrested for burglary and is on bail.'
      const words = `You drew a cat. ${his_words} It was blue.`
      if (how.script === false) {
        await box(page, 'item.happened').fill(words)
        await page.getByRole('button', { name: /^Save/ }).first().click()
      } else {
        await write(page, 'item.happened', words)
        await box(page, 'item.for-all').focus() // what she writes in now is left alone
      }
      if (how.width < 600) await page.locator('summary', { hasText: 'to look at' }).first().click()
      const move = page.getByRole('button', { name: /^Move it to Reece's part/ }).first()
      await move.waitFor()
      await clean(page, 'a page that offers to move a sentence')
      await shot(page, `move-${how.width}-${how.script !== false}`)
      await move.click()
      await page.waitForURL(/moved=/)
      claim(await box(page, 'item.happened').inputValue() === 'You drew a cat. It was blue.', 'the sentence stands in her part still')
      claim((await words_of(page)).includes("Moved to Reece's part"), 'it is not said where it went')
      claim(await page.locator('[id$="item.happened"]').last().inputValue() === his_words, 'it does not stand in his part')
      await clean(page, 'a page that says what was moved')
      await shot(page, `moved-${how.width}-${how.script !== false}`)
      await press(page, 'Put it back')
      await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
      claim((await box(page, 'item.happened').inputValue()).includes(his_words), 'it is not put back')
      claim(complaints.length === 0, complaints.join('\n'))
      await close()
    })

  await journey('what is said of each part follows what is written', async () => {
    const { page, close } = await begin(house, { width: 1280 })
    claim((await words_of(page)).includes('Reece: not started'), 'his part is begun already')
    await write(page, `${await part_of(page)}item.happened`, his)
    await page.getByRole('button', { name: 'Reece: begun' }).waitFor()
    await close()
  })

  await journey('a line that goes takes nothing from either part', async () => {
    const { page, context, close } = await begin(house, { width: 1280 })
    const reece = await part_of(page)
    await write(page, `${reece}item.happened`, 'You were fixing a bike.')
    await context.setOffline(true)
    const written = [[`${reece}item.happened`, 'You were fixing a red bike.'], ['item.for-all', 'The kitchen was warm.']]
    await page.evaluate((all) => { // both at once: neither is written after the line was seen to be gone
      for (const [name, words] of all) {
        document.getElementById(name).value = words
        document.getElementById(name).dispatchEvent(new Event('input', { bubbles: true }))
      }
    }, written)
    await page.waitForFunction(() => document.getElementById('saved-line').textContent.includes('No connection'), null, { timeout: 15000 })
    await context.setOffline(false)
    await page.reload()
    for (const [name, words] of written)
      await page.waitForFunction(([name, words]) => document.getElementById(name)?.value === words, [name, words], { timeout: 8000 })
    await close()
  })

  await journey('two writers: what a colleague wrote for all comes to the other page, and no word of hers goes', async () => {
    const { page, close } = await begin(house, { width: 1280 })
    await write(page, 'item.happened', hers)
    const sam = await signed_in(house, 'sam.okoro')
    await sam.page.goto(page.url())
    await write(sam.page, 'item.for-all', 'Nan had made soup.')
    await write(page, 'item.happened', `${hers} It is blue.`)
    await page.waitForFunction(() => document.getElementById('item.for-all')?.value === 'Nan had made soup.', null, { timeout: 8000 })
    const both = await Promise.all([write(page, 'item.for-all', 'Nan had made soup. It was hot.'), write(sam.page, 'item.for-all', 'Nan had made soup. You ate it.')])
    claim(both.some((one) => one.differences), 'two wrote in one box, and nobody is told')
    await Promise.all([close(), sam.close()])
  })
})

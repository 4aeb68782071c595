// A meeting about Tilly and Reece from before to after: who is asked and may hear about whom, an invitation that names only those children, who sent word, both parts signed,
// the notes offered to whom they were meant for, and what was agreed put into both plans by one press. With nonsense, on a phone and without script. SHOTS names a folder for pictures.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const shot = (page, name) => (process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : null)
const box = (page, name) => page.locator(`[id="${name}"]`)
const row_of = (page, who) => page.locator('tr', { has: page.locator('th', { hasText: who }) }).locator('xpath=following-sibling::tr[1]') // what is beneath
const hex_of = (record) => record.split('/').pop()

async function fill_day(page, name, [day, month, year]) {
  for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await box(page, `${name}.${part}`).fill(value)
}

// A core group of both, on 6 January unless said, in the town hall.
async function prepare(house, how, when = ['6', '1', '2027']) {
  const one = await signed_in(house, 'priya.anand', how)
  const { page } = one
  const tilly = await child_of(page, 'Tilly'), reece = await child_of(page, 'Reece')
  await page.goto(`${tilly}/note?type=core-group`)
  await page.getByLabel('Reece', { exact: true }).check()
  await fill_day(page, 'when', when)
  await box(page, 'when.time').fill('10:00')
  await box(page, 'item.place').fill('Northmere town hall')
  if (how.script !== false) await page.waitForFunction(() => /^Saved /.test(document.getElementById('saved-line').textContent.trim()), null, { timeout: 8000 })
  await press(page, 'Give each child a part')
  await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
  return { ...one, tilly, reece, draft: page.url() }
}

async function to_who_is_asked(page) {
  await press(page, 'Who is asked, and who may hear about whom')
  await page.waitForURL(/\/who-is-asked$/)
}

async function keep(page) {
  await page.getByRole('button', { name: 'Keep this' }).click()
  await page.waitForLoadState('load')
}

// Kerry may hear about both, Sal Reed about Reece alone.
async function say_who_may_hear(page, tilly, reece) {
  await page.getByRole('checkbox', { name: 'Kerry Barrow, mum may hear about Tilly' }).check()
  await page.getByRole('checkbox', { name: 'Kerry Barrow, mum may hear about Reece' }).check()
  await box(page, 'new.name').fill('Sal Reed')
  await box(page, 'new.who').fill('neighbour')
  await page.locator(`[name="new.hears"][value="${hex_of(reece)}"]`).check()
  await keep(page)
  claim(await page.getByRole('checkbox', { name: 'Sal Reed, neighbour may hear about Reece' }).isChecked(), 'what was ticked of somebody new is not there')
  claim(!(await page.getByRole('checkbox', { name: 'Sal Reed, neighbour may hear about Tilly' }).isChecked()), 'more is ticked than was')
}

await run_in_house(async (house) => {
  for (const how of [{ width: 1280 }, { width: 360, script: false }]) {
    const where = how.width === 360 ? 'on a phone without script' : 'at a desk'
    await journey(`who is asked is said before the meeting, ${where}`, async () => {
      const { page, complaints, close, tilly, reece, draft } = await prepare(house, how)
      await to_who_is_asked(page)
      await clean(page, 'who is asked')
      await shot(page, `who-is-asked-${how.width}`)
      await box(page, 'new.name').fill('<script>alert(1)</script> ﷽')
      await keep(page)
      claim((await words_of(page)).includes('Tick which child they may hear about'), 'somebody is asked about nobody')
      claim(await box(page, 'new.name').inputValue() === '<script>alert(1)</script> ﷽', 'what was typed is gone')
      await clean(page, 'who is asked, refused')
      await box(page, 'new.name').fill('')
      await say_who_may_hear(page, tilly, reece)
      await row_of(page, 'Kerry Barrow').getByRole('checkbox', { name: /asked now/ }).check()
      await keep(page)
      claim((await words_of(page)).includes('Say how they were asked'), 'nobody has to say how')
      await page.getByLabel('by telephone', { exact: true }).check()
      await keep(page)
      claim((await row_of(page, 'Kerry Barrow').innerText()).includes('by telephone, 23 December 2026'), 'it is not said how and when she was asked')
      await page.locator('#who-came ~ .govuk-form-group select').first().selectOption('did-not')
      await page.getByLabel('Word that they sent: Kerry Barrow').fill('I have to work.')
      await keep(page)
      await clean(page, 'who was asked')
      await shot(page, `who-was-asked-${how.width}`)
      await page.goto(draft)
      claim(await box(page, 'item.sent-word.1.3').inputValue() === 'I have to work.', 'the word that was sent is not in the meeting')
      await page.goto(tilly)
      claim((await words_of(page)).includes('Invitation or notes sent'), 'no note says who was asked')
      claim(complaints.length === 0, complaints.join('\n'))
      await close()
    })
  }

  await journey('an invitation names the children of whom they may hear and no other', async () => {
    const { page, complaints, close, tilly, reece } = await prepare(house, { width: 1280 })
    await to_who_is_asked(page)
    await say_who_may_hear(page, tilly, reece)
    await row_of(page, 'Sal Reed').getByRole('button', { name: /Write the invitation/ }).click()
    await page.waitForURL(/\/drafts\/[0-9a-f]+$/)
    const words = await page.inputValue('[name="item.content"]')
    claim(words.includes('Dear Sal Reed') && words.includes('a meeting about Reece: core group') && words.includes('Wednesday 6 January 2027') && words.includes('Northmere town hall'), `it says: ${words}`)
    claim(!words.includes('Tilly'), 'it names a child of whom she hears nothing')
    await clean(page, 'an invitation that has begun')
    await shot(page, 'invitation-1280')
    claim(complaints.length === 0, complaints.join('\n'))
    await close()
  })

  await journey('both parts signed: the notes are offered as was said, and one press puts what was agreed into both plans', async () => {
    const { page, complaints, close, tilly, reece, draft } = await prepare(house, { width: 1280 }, ['22', '12', '2026'])
    const prefix = await page.locator('input[name^="version.with."]').getAttribute('name').then((name) => name.slice('version.'.length))
    await to_who_is_asked(page)
    await say_who_may_hear(page, tilly, reece)
    await page.goto(draft)
    await box(page, 'item.progress').fill('The school and Nan said how the weeks were.')
    await page.locator('[name="item.people"][value="nobody"]').check()
    await page.locator('[name="item.not-verbatim"][value="yes"]').check()
    for (const [own, decided] of [['', 'You see Mum on Sundays.'], [prefix, 'You go to the bike workshop on Saturdays.']]) {
      await box(page, `${own}item.decided`).fill(decided)
      await box(page, `${own}item.child-views.words`).fill('It is fine.')
      await page.locator(`[name="${own}item.child-views.how"]`).first().check()
      await box(page, `${own}item.actions.1.what`).fill(own ? 'Ask the workshop for a place' : 'Fetch you on Sundays')
    }
    await page.waitForFunction(() => /^Saved /.test(document.getElementById('saved-line').textContent.trim()), null, { timeout: 8000 })
    for (const whose of ["Tilly's", "Reece's"]) {
      await press(page, `Check and sign ${whose}`)
      await page.waitForURL(/\/check$/)
      for (const late of await page.locator('[name="late.reason"]').all()) { await late.check(); break }
      if (await page.locator('[name="late.safe"]').count()) await page.locator('[name="late.safe"]').fill('Nan and the school saw them.')
      await page.getByRole('button', { name: 'Sign', exact: true }).click()
      await page.waitForLoadState('load')
      const refused = page.locator('.govuk-error-summary')
      claim(await refused.count() === 0, `it is not signed: ${await refused.count() ? await refused.innerText() : ''}`)
      if (whose === "Tilly's") await press(page, "Write Reece's part of the same meeting")
    }
    await page.goto(`${tilly}/meetings`)
    await page.getByRole('link', { name: /Who gets what/ }).first().click()
    await page.waitForURL(/\/who-gets-what$/)
    claim(await page.getByRole('checkbox', { name: "Kerry Barrow, mum gets Tilly's notes" }).isChecked(), 'what was said before has to be ticked again')
    claim(!(await page.getByRole('checkbox', { name: "Sal Reed, neighbour gets Tilly's notes" }).isChecked()), 'a neighbour gets notes that are not for her')
    await clean(page, 'who gets what')
    await shot(page, 'who-gets-what-1280')
    await page.goto(`${tilly}/meetings`)
    await page.getByRole('link', { name: /Put into the plans of all its children/ }).first().click()
    await page.waitForURL(/\/plans$/)
    await clean(page, 'what was agreed, for the plans')
    await shot(page, 'plans-1280')
    await page.getByRole('button', { name: /^Put into Tilly's and Reece's plans$/ }).click()
    await page.waitForLoadState('load')
    claim((await page.getByText('It stands in the plan that you are writing').count()) === 2, 'it is not in both plans')
    await clean(page, 'what stands in the plans')
    claim(complaints.length === 0, complaints.join('\n'))
    await close()
  })
})

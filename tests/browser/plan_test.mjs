// A plan that is alive (pages.md 6.12, 6.13): the page of checking names what is missing; a note says which goal it is for; one core group about two
// children is written once and signed child by child; what it agreed goes into the plan by a press; the next one is shown what was done; the manager
// sees what is late. With script and without, at a desk and on a phone.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const shot = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}
const day_of = async (page, name, day) => {
  for (const [part, value] of [['day', day], ['month', '12'], ['year', '2026']]) await page.fill(`[id="${name}.${part}"]`, value)
}
const signed = async (page, what) =>
  claim(!new URL(page.url()).pathname.startsWith('/drafts'), `${what} was not signed: ${(await words_of(page)).slice(0, 1200)}`)

async function sign(page, what) {
  await page.locator('[name="release.how"]').first().check()
  await press(page, 'Sign')
  await signed(page, what)
}

async function plan_is_written(page, child, how) {
  await page.goto(`${child}/note?type=written-plan`)
  await page.fill('[name="item.worries"]', 'You are out late and nobody knows where you are. You could be hurt.')
  await press(page, 'Check and sign')
  const before = await words_of(page)
  claim(before.includes('Before you can sign:') && !before.includes('You can sign without.'), `what is missing is not named: ${before.slice(0, 900)}`)
  const lines = (await page.locator('.govuk-inset-text .govuk-list--bullet a').allInnerTexts()).join(' / ')
  const places = ['What we want to change', 'What will be done', 'Which plan'].map((one) => lines.indexOf(one))
  claim(places.every((place, i) => place > (i === 0 ? -1 : places[i - 1])), `not in the order of the page: ${lines}`)
  await clean(page, 'the page of checking with something missing')
  await shot(page, `before-signing-${how.width}`)
  await page.locator('.govuk-inset-text a', { hasText: 'What we want to change' }).click()
  await page.waitForURL(/#item\.goals\.1\.1$/)
  await day_of(page, 'when', '22')
  await page.getByLabel('Child in need plan', { exact: true }).check()
  await page.fill('[name="item.going-well"]', 'You go to football every week.')
  await page.fill('[name="item.goals.1.1"]', 'You are home by nine on school nights')
  await page.fill('[name="item.goals.1.2"]', 'You said that you are tired at school.')
  await page.locator('button[name=more][value=goals]').click()
  await page.waitForLoadState()
  await page.fill('[name="item.actions.1.what"]', 'Ring at eight to say where you are')
  await page.locator('[name="item.actions.1.who"]').selectOption({ index: 1 })
  await day_of(page, 'item.actions.1.by', '20')
  await page.locator('[name="item.actions.1.serves"]').selectOption('You are home by nine on school nights')
  await page.fill('[name="item.nothing-changes"]', 'We would meet again with everybody who knows you.')
  await page.fill('[name="item.child-views.words"]', 'Nine is fair.')
  await page.locator('[name="item.child-views.how"]').first().check()
  await page.locator('[name="item.need-code-right"][value=yes]').check()
  await press(page, 'Check and sign')
  claim(!(await words_of(page)).includes('Before you can sign:'), `something is missing still: ${(await words_of(page)).slice(0, 900)}`)
  await sign(page, 'the plan')
}

async function note_serves_a_goal(page, child) {
  await page.goto(`${child}/note?type=case-note`)
  await page.fill('[name="item.happened"]', 'You rang me at eight from the bus stop and said where you were.')
  await day_of(page, 'when', '22')
  await page.locator('[name="item.people"][value=nobody]').check()
  await page.locator('[name="item.event-type"]').first().check()
  await page.locator('[name="item.serves"]').first().check()
  await clean(page, 'a note that can say which goal it is for')
  await press(page, 'Check and sign')
  const missing = await page.locator('.govuk-inset-text .govuk-list--bullet a').allInnerTexts()
  claim(missing.length === 0, `a note needs more: ${missing.join(' / ')}`)
  await sign(page, 'the note')
  await page.goto(`${child}/plan`)
  claim((await words_of(page)).includes('Visits, notes and meetings for it'), 'the plan does not name the note')
}

async function own_part(page, prefix, name) {
  const [decided, what] = name === 'Reece' ? ['We decided together how the evenings go on, because you asked for it.', 'Ask the school for a later bus']
    : ['We decided together that your room gets ready, because you will stay longer.', 'Paint the back bedroom']
  await page.fill(`[name="${prefix}item.decided"]`, decided)
  await page.fill(`[name="${prefix}item.actions.1.what"]`, what)
  await page.locator(`[name="${prefix}item.actions.1.who"]`).selectOption({ index: 1 })
  await day_of(page, `${prefix}item.actions.1.by`, '21')
  await page.fill(`[name="${prefix}item.child-views.words"]`, 'That is all right with me.')
  await page.locator(`[name="${prefix}item.child-views.how"]`).first().check()
}

async function meeting_of_two(page, first, second, how) {
  await page.goto(`${first}/note?type=core-group`)
  await page.getByLabel('Tilly', { exact: true }).check()
  await press(page, 'Give each child a part')
  claim((await words_of(page)).includes('What is the same for all'), `it is not parted: ${(await words_of(page)).slice(0, 600)}`)
  await day_of(page, 'when', '22')
  await page.locator('[name="item.people"][value=nobody]').check()
  await page.fill('[name="item.progress"]', 'The school, the nurse and the family said how the weeks since the last meeting were.')
  await page.locator('[name="item.not-verbatim"][value=yes]').check()
  await page.fill('[name="item.invited.1.1"]', 'Kerry Barrow')
  await page.fill('[name="item.invited.1.2"]', 'mum')
  await page.fill('[name="item.invited.1.3"]', 'by letter')
  await page.fill('[name="item.invited.1.4"]', '8 December 2026')
  const beside = how.width > 600 // on a phone one child at a time
  await own_part(page, '', 'Reece')
  if (beside) await own_part(page, `with.${second.split('/').pop()}.`, 'Tilly')
  await clean(page, 'one meeting about two children')
  await shot(page, `meeting-of-two-${how.width}`)
  await press(page, 'Check and sign Reece\'s')
  await sign(page, 'the first part of the meeting')
  await page.goto('/drafts')
  await page.locator('main a', { hasText: 'Tilly' }).first().click()
  await page.waitForLoadState()
  if (!beside) await own_part(page, '', 'Tilly')
  await press(page, 'Check and sign Tilly\'s')
  await sign(page, 'the second part of the meeting')
  await page.goto(`${second}/meetings`)
  const hers = await words_of(page)
  claim(hers.includes('Paint the back bedroom') && !hers.includes('Ask the school for a later bus'), 'a child\'s record holds the other\'s part')
  claim(hers.includes('Kerry Barrow') && hers.includes('by letter'), 'who was asked to come does not stand in each')
}

async function meeting_goes_into_the_plan(page, child, how) {
  await page.goto(`${child}/meetings`)
  await clean(page, 'the meetings')
  await page.getByRole('button', { name: /^Put into Reece's plan/ }).first().click()
  await page.waitForURL(/\/drafts\/\w+/)
  claim(await page.inputValue('[name="item.actions.2.what"]') === 'Ask the school for a later bus', 'what was agreed is not in the next plan')
  claim((await page.inputValue('[name="item.agreed-since"]')).includes('22 December 2026: We decided together'), 'what was decided is not')
  claim(await page.locator('[name="item.need-code-right"]:checked').count() === 0, 'whether the reason still fits is not asked anew')
  claim((await words_of(page)).includes('What was done since'), 'what was done since is not shown')
  await page.locator('details', { hasText: 'What was done since' }).first().evaluate((one) => { one.open = true })
  await clean(page, 'the next plan')
  await shot(page, `next-plan-${how.width}`)
}

async function manager_sees_what_is_late(house, how) {
  const { page, complaints, close } = await signed_in(house, 'gareth.holloway', how)
  await page.goto('/team')
  const words = await page.locator('main').textContent()
  claim(words.includes('Of plans: late, or due this week') && words.includes('Ring at eight to say where you are'), 'Team says nothing of it')
  await clean(page, 'Team')
  await shot(page, `team-plans-${how.width}`)
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function alive(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const reece = await child_of(page, 'Reece')
  const tilly = await child_of(page, 'Tilly')
  await plan_is_written(page, reece, how)
  await note_serves_a_goal(page, reece)
  await meeting_of_two(page, reece, tilly, how)
  await meeting_goes_into_the_plan(page, reece, how)
  await page.goto(`${reece}/plan`)
  await clean(page, 'the plan')
  await shot(page, `plan-alive-${how.width}`)
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
  await manager_sees_what_is_late(house, how)
}

const how = process.env.ON_A_PHONE ? { width: 360, script: false } : { width: 1280, script: true }
await run_in_house(async (house) => {
  await journey(`a plan is alive, at ${how.width} px${how.script ? '' : ' without script'}`, () => alive(house, how))
})
if (!process.env.ON_A_PHONE)
  await run_in_house(async (house) => {
    await journey('the same on a phone without script', () => alive(house, { width: 360, script: false }))
  })

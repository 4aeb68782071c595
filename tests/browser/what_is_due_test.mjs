// What is due, where people see it: a worker's home, a manager's team, a Head of Service's twelve months, the calendar's
// address, a holiday declared at short notice, and whom nothing that is worked out from the whole record is told.
import { child_of, claim, device, journey, run_in_house, sign_in, signed_in, too_wide, violations } from './house.mjs'

const words_of = async (page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

async function nothing_wrong(page, complaints, where) {
  const wrong = await violations(page)
  const over = await too_wide(page)
  claim(wrong.length === 0 && over <= 0 && complaints.length === 0, `${where}: ${[...wrong, over > 0 ? `${over} px too wide` : '', ...complaints].join('\n')}`)
}

async function home_of_a_worker(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width, script })
  const cards = await page.locator('.app-start__card').count()
  claim(cards >= 1 && cards <= 3, `${cards} cards under Start here`)
  const words = await words_of(page)
  for (const heading of ['Late (', 'Due today (', 'This week (', 'Not seen in time (', 'Not seen alone (', 'Drafts (', 'New for you ('])
    claim(words.includes(heading), `${heading} is not there`)
  claim(/because of/i.test(words), 'nothing says why a thing is due')
  const press = page.locator('main .app-row__act a').first()
  const details = page.locator('main details.app-work').first()
  if (!(await details.evaluate((one) => one.open))) await details.locator('summary').first().click()
  await press.click()
  claim(/\/(visit|note|update)/.test(page.url()), `one press does not lead to the page that meets it: ${page.url()}`)
  await page.goBack()
  if (script) await nothing_wrong(page, complaints, `home at ${width}`)
  await close()
}

async function team_of_a_manager(house, width) {
  const { page, complaints, close } = await signed_in(house, 'gareth.holloway', { width })
  const words = await words_of(page)
  claim(/Finn O'Dowd Three-month letter Priya Anand late by \d+ working days \(due 18 November 2026\)/.test(words), 'what is late, whose it is and since when is not on the page')
  for (const heading of ['Late (', 'Not seen alone in 3 visits (', 'Late by Friday if nothing happens (', 'Assessments at day 20 (', 'Assessments at day 35 (',
    'Assessments at day 45 (', 'Drafts left behind (', 'Alerts to review (', 'Passed up to you ('])
    claim(words.includes(heading), `${heading} is not there`)
  await nothing_wrong(page, complaints, `team at ${width}`)
  await page.locator('summary', { hasText: 'By worker' }).click()
  const number = page.getByRole('link', { name: /children, Priya Anand/ })
  const count = Number(await number.innerText().then((text) => text.match(/\d+/)[0]))
  await number.click()
  claim(await page.locator('main tbody tr').count() === count, 'the list does not hold as many children as its number says')
  claim(!/%/.test(await words_of(page)), 'a percentage about a worker')
  await nothing_wrong(page, complaints, `a list of the team at ${width}`)
  await close()
}

async function service_of_a_head(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'denise.achebe', { width, script })
  await page.goto('/service')
  claim(await page.locator('h1').innerText() === 'Children seen and written to in time', 'the page is headed otherwise')
  const words = await words_of(page)
  claim(/In November 2026, \d+ of \d+ visits were in time\.|In November 2026 no visits were due\./.test(words), `no words of the month: ${words.slice(0, 200)}`)
  claim(await page.locator('svg[role=img] polyline').count() > 0, 'there is no line in the figure')
  const labels = await page.locator('svg .app-figure__label').allTextContents()
  const dashes = await page.locator('svg polyline').evaluateAll((all) => new Set(all.map((one) => `${one.parentElement.className.baseVal} ${one.getAttribute('stroke-dasharray')}`)).size)
  claim(labels.length >= 2 && dashes >= labels.length, `${labels.length} labels, ${dashes} kinds of line`)
  for (const name of ['Priya', 'Gareth', 'Sam Okoro']) claim(!words.includes(name), `${name} is named`)
  if (script) await nothing_wrong(page, complaints, `service at ${width}`)
  const number = page.locator('main table a').first()
  const count = Number((await number.innerText()).match(/\d+/)[0])
  await number.click()
  claim(await page.locator('main tbody tr').count() === count, 'the list does not hold as many visits as its number says')
  if (script) await nothing_wrong(page, complaints, `a list of the service at ${width}`)
  await page.locator('main tbody a[href^="/children/"]').first().click()
  claim(/\/children\/\w+$/.test(page.url()), 'the second press does not lead to a child')
  await close()
  return '2 touches of 2'
}

await run_in_house(async (house) => {
  await journey("a worker's home says what is due and why, at a desk", () => home_of_a_worker(house, 1280, true))
  await journey("a worker's home says what is due and why, on a phone", () => home_of_a_worker(house, 360, true))
  await journey("a worker's home says what is due and why, without script", () => home_of_a_worker(house, 360, false))
  await journey("a manager's team, at a desk", () => team_of_a_manager(house, 1280))
  await journey("a manager's team, on a phone", () => team_of_a_manager(house, 360))
  await journey("a Head of Service's twelve months, at a desk", () => service_of_a_head(house, 1280, true))
  await journey("a Head of Service's twelve months, on a phone", () => service_of_a_head(house, 360, true))
  await journey("a Head of Service's twelve months, without script", () => service_of_a_head(house, 1280, false))
  await journey('nobody but a Head of Service reaches the service page', async () => {
    const { context, close } = await signed_in(house, 'gareth.holloway')
    claim((await context.request.get('/service')).status() === 404, 'a team manager reaches /service')
    await close()
  })
  await journey('when we will next see you stands in words for the child', async () => {
    const { page, close } = await signed_in(house, 'priya.anand')
    await page.goto(await child_of(page, 'Tilly'))
    const words = await words_of(page)
    claim(/When we will next see you/.test(words) && /(comes to see you|We should have come to see you)/.test(words), 'it is not said')
    await close()
  })
  await journey('the address of a calendar is shown once, and opens without signing in', async () => {
    const { page, complaints, close } = await signed_in(house, 'priya.anand', { width: 360 })
    await page.goto('/account')
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.locator('#calendar-address').innerText()
    await nothing_wrong(page, complaints, 'the account')
    await page.goto('/account')
    claim(await page.locator('#calendar-address').count() === 0, 'the address is shown twice')
    const stranger = await device(house)
    const answer = await stranger.context.request.get(address)
    const text = await answer.text()
    claim(answer.ok() && text.startsWith('BEGIN:VCALENDAR') && text.includes('BEGIN:VEVENT'), 'it opens no calendar')
    for (const name of ['Tilly', 'Reece', 'Barrow', 'Priya']) claim(!text.includes(name), `${name} stands in the calendar`)
    await page.getByRole('button', { name: 'Make another address' }).click()
    claim((await stranger.context.request.get(address)).status() === 404, 'the old address still opens')
    await stranger.close()
    await close()
  })
  await journey('who sees a part of a record is told of nothing that is worked out from the whole', async () => {
    const priya = await signed_in(house, 'priya.anand')
    const child = await child_of(priya.page, 'Tilly')
    await priya.page.goto(child)
    const due = await priya.page.locator('main a[href*="/due/"]').first().getAttribute('href')
    await priya.close()
    const support = await device(house)
    await sign_in(support.page, 'hugh.penrose')
    const answer = await support.context.request.get(child)
    claim(answer.ok(), "business support cannot open the record of its team's child")
    const text = await answer.text()
    claim(!text.includes('What is due') && !text.includes('When we will next see you'), 'what is due is worked out from a part')
    claim((await support.context.request.get(due)).status() === 404, 'the sum of a date is shown')
    await support.close()
  })
  await journey('a holiday declared at short notice moves what is open, and says so', async () => {
    const admin = await signed_in(house, 'ivan.petrov', { width: 360 })
    await admin.page.goto('/holidays')
    await nothing_wrong(admin.page, admin.complaints, 'the page of holidays')
    await admin.page.getByRole('button', { name: 'Declare this holiday' }).click()
    claim((await words_of(admin.page)).includes('Say what the day is called'), 'nothing is refused')
    await nothing_wrong(admin.page, admin.complaints, 'the page of holidays, refused')
    for (const [part, value] of [['day', '29'], ['month', '12'], ['year', '2026']]) await admin.page.fill(`[name="day.${part}"]`, value)
    await admin.page.fill('[name=name]', 'A day of mourning')
    await admin.page.getByRole('button', { name: 'Declare this holiday' }).click()
    const said = (await admin.page.locator('main, .govuk-notification-banner').allInnerTexts()).join(' ')
    claim(said.includes('Declared. What is open is counted again') && said.includes('A day of mourning'), 'it is not said that it is declared')
    await admin.close()
    const priya = await signed_in(house, 'priya.anand')
    let counted = false
    for (const name of ['Tilly', 'Reece', 'Ava']) {
      const child = await child_of(priya.page, name).catch(() => null)
      if (!child) continue
      await priya.page.goto(child)
      for (const due of await priya.page.locator('main a[href*="/due/"]').evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href')))])) {
        await priya.page.goto(due)
        counted ||= /Counted again on 23 December 2026: one more holiday\./.test(await words_of(priya.page))
      }
    }
    claim(counted, 'no sum says that it was counted again')
    await priya.close()
    const other = await signed_in(house, 'gareth.holloway')
    claim((await other.context.request.get('/holidays')).status() === 404, 'a manager reaches the page of holidays')
    await other.close()
  })
})

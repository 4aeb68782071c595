// The facts, and people and family, in a browser: a telephone number is changed, a wrong number is put right where it was typed, a home
// begins, somebody is added and drawn; with script and without, at a desk and on a phone, and nothing axe finds.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

async function fill_day(page, name, day, month, year) {
  for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await page.fill(`[id="${name}.${part}"]`, value)
}

async function said_by_nan(page) {
  await page.selectOption('[name=said-by]', { label: "Maureen Barrow, Tilly's nan" })
}

async function the_facts(page, child) {
  await page.goto(child)
  const facts = await page.locator('nav a[href$="/facts"]').first().getAttribute('href')
  await page.goto(facts)
  return facts
}

async function a_telephone_is_changed(house, how, number) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const facts = await the_facts(page, await child_of(page, 'Tilly'))
  await clean(page, 'the facts')
  await page.locator(`main a[href="${facts}/telephone/change"]`).first().click()
  await clean(page, 'the form of one fact')
  await press(page, 'Save the change')
  const refused = await words_of(page)
  claim(refused.includes('Say who said so') && refused.includes('Write what it is now'), 'what was left out is not asked for')
  await page.fill('[name=value]', number)
  const changes = await page.getByLabel('It changed', { exact: true }).count()
  if (changes > 0) await page.getByLabel('It changed', { exact: true }).check()
  await fill_day(page, 'since', changes > 0 ? '2' : '1', '12', '2026')
  await said_by_nan(page)
  await press(page, 'Save the change')
  claim(new URL(page.url()).pathname === facts, `it ends at ${page.url()}`)
  const words = await words_of(page)
  claim(words.includes(number) && words.includes("Said by: Maureen Barrow, Tilly's nan."), 'the new number does not stand there with who said so')
  if (changes > 0) claim((await page.content()).includes('From 1 December 2026 until 1 December 2026'), 'the old number is gone')
  await clean(page, 'the facts after a change')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

async function a_wrong_number_stays_in_its_box(house) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width: 360 })
  const facts = await the_facts(page, await child_of(page, 'Tilly'))
  await page.goto(`${facts}/nhs-number/change`)
  await page.fill('[name=value]', '943 476 5871')
  await said_by_nan(page)
  await press(page, 'Save the change')
  claim((await words_of(page)).includes('This NHS number has a digit wrong'), 'a wrong digit is taken')
  claim(await page.inputValue('[name=value]') === '943 476 5871', 'what was typed is gone')
  await clean(page, 'a fact that was refused')
  await page.fill('[name=value]', '9434765870')
  await press(page, 'Save the change')
  claim((await words_of(page)).includes('943 476 5870'), 'the right number does not stand there')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

async function the_home_stands_on_every_page(page, facts) {
  const words = await words_of(page)
  claim(words.includes('3 Acre Lane, Northmere') && words.includes('Darren Cole may not know it.'), 'the facts do not say where she lives and from whom it is kept')
  await clean(page, 'the facts with a home')
  await page.goto(facts.replace('/facts', ''))
  claim((await words_of(page)).includes('Lives with Jo Hill, a family friend'), 'the head of the record says another home')
  await page.goto(facts.replace('/facts', '/people'))
  claim((await words_of(page)).includes('Lived there, and lives elsewhere now: Matilda Barrow'), 'people say that she lives at Nan’s still')
  await clean(page, 'people with a home from the facts')
}

async function a_home_begins_once(house) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { script: false })
  const facts = await the_facts(page, await child_of(page, 'Tilly'))
  for (const turn of [1, 2]) {
    await page.goto(facts)
    await page.getByRole('link', { name: 'Where you live: write down a beginning' }).click()
    await page.selectOption('[id="item.placement-kind"]', 'family or friends')
    await page.fill('[id="item.lives-with"]', 'Jo Hill, a family friend')
    await page.fill('[id="item.address"]', '3 Acre Lane, Northmere')
    await page.getByRole('group', { name: 'Who may not know this address?' }).getByLabel('Darren Cole').check()
    await fill_day(page, 'started', String(turn), '12', '2026')
    await said_by_nan(page)
    if (turn === 1) await clean(page, 'the form of a home')
    await press(page, 'Keep this')
    if (turn === 1) await the_home_stands_on_every_page(page, facts)
  }
  claim((await words_of(page)).includes('Where you live stands since 1 December 2026 and has not ended: end it first'), 'two homes overlap')
  claim(await page.inputValue('[id="item.placement-kind"]') === 'family or friends', 'what was chosen is gone')
  claim(complaints.filter((one) => !one.includes('422')).length === 0, complaints.join('\n'))
  await close()
}

async function somebody_is_added(house, how, name) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Tilly')
  await page.goto(`${child}/people`)
  await clean(page, 'people and family')
  await press(page, 'Add someone')
  await clean(page, 'the form of somebody new')
  await page.fill('[name=full-name]', name)
  await page.fill('[name=kind]', 'aunt')
  await said_by_nan(page)
  await press(page, 'Add them')
  claim((await words_of(page)).includes(`${name}, aunt`), 'she does not stand among the people')
  await page.goto(`${child}/genogram`)
  claim((await page.content()).includes(name), 'she is not drawn')
  await page.goto(`${child}/people/homes/nans`)
  await clean(page, 'the form of a home of the family')
  claim(await page.inputValue('[name=name]') === "Nan's", 'what is known is asked again')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  await journey('a telephone number is written down, with who said so', () => a_telephone_is_changed(house, {}, '01632 960 171'))
  await journey('and changed on a phone without script; the old one stays', () => a_telephone_is_changed(house, { width: 360, script: false }, '01632 960 172'))
  await journey('a number with a wrong digit stays in its box until it is right', () => a_wrong_number_stays_in_its_box(house))
  await journey('a home away from home begins once, without script', () => a_home_begins_once(house))
  await journey('somebody is added to the family and drawn', () => somebody_is_added(house, {}, 'Sheila Barrow'))
  await journey('and on a phone without script', () => somebody_is_added(house, { width: 360, script: false }, 'Wanda Barrow'))
})

// A child's part in her record: how things are now on one screen; a drawing that stands for words on a note; that something was read together; a danger
// with nothing beside it; what parents went through, in the book or held back. At a desk, on a phone, without script.
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const shot = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}

async function glance(house, how) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', how)
  await page.goto(await child_of(page, 'Tilly'))
  await clean(page, 'the record')
  const end = await page.locator('.app-glance').evaluate((one) => one.getBoundingClientRect().bottom + window.scrollY)
  if (how.width > 600) claim(end <= 900, `the head of the record ends ${end} px down`)
  await shot(page, `record-${how.width}`)
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
  return `it ends ${Math.round(end)} px down`
}

async function drawn(house, how) {
  const { page, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Tilly')
  await page.goto(`${child}/note?type=case-note`)
  await clean(page, 'a note')
  await shot(page, `note-${how.width}`)
  await page.locator('[name="item.event-type"][value=conversation]').check()
  await page.locator('[name="item.people"][value=nobody]').check()
  await page.fill('[name="item.happened"]', 'Today I came to see you and you drew the house by the weir.')
  for (const [part, value] of [['day', '22'], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
  await page.locator('summary', { hasText: 'A drawing, sound or film instead of words' }).click()
  await press(page, 'Put a file with this')
  await page.setInputFiles('[name=files]', { name: 'weir.png', mimeType: 'image/png', buffer: dot })
  await press(page, 'Put it with this')
  await press(page, 'Go on with the words')
  claim((await words_of(page)).includes('weir.png'), `the drawing is not with it: ${(await words_of(page)).slice(0, 900)}`)
  claim((await page.inputValue('[name="item.happened"]')).includes('by the weir'), 'the words are gone')
  await clean(page, 'a note with a drawing')
  await shot(page, `drawn-${how.width}`)
  await press(page, 'Check and sign')
  await page.locator('[name="release.how"]').first().check()
  await press(page, 'Sign')
  claim(!new URL(page.url()).pathname.startsWith('/drafts'), `it was not signed: ${(await words_of(page)).slice(0, 900)}`)
  await page.goto(child)
  await page.locator('.app-timeline a', { hasText: 'Note' }).first().click()
  await page.waitForLoadState('load')
  claim((await words_of(page)).includes("Tilly's own, not in words"), `it is not hers: ${(await words_of(page)).slice(0, 1500)}`)
  claim(await page.locator('main img').count() > 0, 'the drawing is not shown')
  await clean(page, 'an entry with a drawing')
  await shot(page, `drawing-signed-${how.width}`)
  await close()
}

async function read_together(house, how) {
  const { page, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Tilly')
  await page.goto(`${child}/handover`)
  await page.locator('main a[href*="/handover/"]').first().click()
  await page.waitForLoadState('load')
  if (await page.getByRole('button', { name: 'We read it together today' }).count()) await press(page, 'We read it together today')
  claim((await words_of(page)).includes('You read it together today.'), 'it is not said')
  await clean(page, 'what is read together')
  await page.goto('/children')
  claim((await words_of(page)).includes('Last read together on 23 December 2026.'), 'the list does not say it')
  await clean(page, 'My children')
  await shot(page, `children-${how.width}`)
  await close()
}

async function danger(house, how) {
  const { page, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Reece')
  await page.goto(`${child}/note?type=danger-statement`)
  await page.fill('[name="item.danger"]', 'You are out at night with older boys, and nobody knows where.')
  await page.fill('[name="item.goal"]', 'Somebody always knows where you are.')
  for (const [part, value] of [['day', '22'], ['month', '12'], ['year', '2026']]) await page.fill(`[id="when.${part}"]`, value)
  await clean(page, 'a danger')
  await press(page, 'Check and sign')
  await page.locator('[name="release.how"]').first().check()
  await press(page, 'Sign')
  await page.goto(`${child}/plan`)
  claim((await words_of(page)).includes('and nothing to be done, is written down beside:'), (await words_of(page)).slice(0, 900))
  await clean(page, 'the plan with a danger')
  await shot(page, `danger-${how.width}`)
  await page.goto('/')
  claim((await words_of(page)).includes('Dangers with nothing beside them'), 'Home does not list it')
  await clean(page, 'Home with a danger')
  await close()
}

async function parents_story(house, how) {
  const { page, close } = await signed_in(house, 'priya.anand', how)
  const child = await child_of(page, 'Tilly')
  await page.goto(`${child}/chronology/before`)
  await page.fill('[id="day.year"]', '1999')
  await page.fill('[name="what"]', 'Kerry Barrow came into care at nine.')
  await page.fill('[name="source"]', 'Kerry Barrow')
  await page.locator('[name="parents"][value=told]').check()
  await page.fill('[name="for-child"]', 'When Mum was nine she lived with foster carers for a while. She missed Nan.')
  await clean(page, 'something from before')
  await shot(page, `before-${how.width}`)
  await press(page, 'Add it')
  await page.goto(`${child}/story`)
  const book = await words_of(page)
  claim(book.includes('My family, before me') && book.includes('She missed Nan.'), book.slice(0, 900))
  claim(/Reading age about \d+/.test(book), 'no reading age')
  await clean(page, 'the book')
  await shot(page, `book-${how.width}`)
  await page.goto(`${child}/people`)
  claim((await words_of(page)).includes('What parents went through themselves'), 'People does not hold it')
  await clean(page, 'People')
  await shot(page, `people-${how.width}`)
  await close()
}

const ways = [{ width: 1280 }, { width: 360 }, { width: 1280, script: false }]
await run_in_house(async (house) => {
  for (const how of ways) {
    const words = `at ${how.width} px${how.script === false ? ' without script' : ''}`
    await journey(`how things are now stands at the head of the record, ${words}`, () => glance(house, how))
    await journey(`a drawing stands for words on a note, ${words}`, () => drawn(house, how))
    await journey(`that something was read together is one press, ${words}`, () => read_together(house, how))
    await journey(`a danger with nothing beside it is listed, ${words}`, () => danger(house, how))
    await journey(`what a parent went through is told in the book, ${words}`, () => parents_story(house, how))
  }
})

// What makes no sense is answered plainly, all at once, with everything typed still there; markup stays words.
import { child_of, claim, journey, run_in_house, signed_in } from './house.mjs'

const summary = (page) => page.locator('.govuk-error-summary')

async function check(page) {
  await page.getByRole('button', { name: 'Check and sign' }).click()
  await page.waitForURL(/\/check$/)
  const sign = page.getByRole('button', { name: 'Sign', exact: true })
  if (await sign.count()) {
    await sign.click()
    await page.waitForLoadState('load')
  }
  await summary(page).waitFor()
  return summary(page).innerText()
}

await run_in_house(async (house) => {
  for (const script of [true, false]) {
    const how = script ? 'with script' : 'without script'
    await journey(`an empty visit, ${how}: everything that is missing is said at once`, async () => {
      const { page, close } = await signed_in(house, 'priya.anand', { script })
      await page.goto(`${await child_of(page, 'Orla')}/visit`)
      const said = await check(page)
      for (const words of ['Write what happened', 'Say whether Orla was seen', 'Say who else was there'])
        claim(said.includes(words), `"${words}" is not said:\n${said}`)
      claim((await page.title()).startsWith('Error: '), 'the title does not say that there is an error')
      await close()
    })
    await journey(`days that are none and days to come, ${how}: refused, nothing cleared`, async () => {
      const { page, close } = await signed_in(house, 'priya.anand', { script })
      const child = await child_of(page, 'Orla')
      for (const [day, month, year] of [['31', '2', '2026'], ['24', '12', '2026'], ['1', '1', '1999'], ['x', '', '20']]) {
        await page.goto(`${child}/visit`)
        await page.locator('[id="item.happened"]').fill('Today I came to see you.')
        for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await page.locator(`[id="when.${part}"]`).fill(value)
        const said = await check(page)
        claim(await page.locator('[id="when.day"]').inputValue() === day && await page.locator('[id="when.year"]').inputValue() === year, `${day} ${month} ${year} was cleared`)
        claim(await page.locator('[id="item.happened"]').inputValue() === 'Today I came to see you.', 'the words were cleared')
        claim(await page.locator('[id="when.day"][class*="error"], [id="when-error"], .govuk-form-group--error [id="when.day"]').count() > 0, `no error stands at ${day} ${month} ${year}:\n${said}`)
      }
      await close()
    })
  }
  await journey('markup typed as words stays words', async () => {
    const { page, complaints, close } = await signed_in(house, 'priya.anand', { script: false })
    await page.goto(`${await child_of(page, 'Orla')}/visit`)
    const nasty = '<script>document.title="taken"</script><img src=x onerror=alert(1)> "quoted" & \'so\' </textarea>'
    await page.locator('[id="item.happened"]').fill(nasty)
    await page.getByRole('button', { name: 'Check and sign' }).click()
    await page.waitForURL(/\/check$/)
    claim((await page.locator('main').innerText()).includes('<script>document.title="taken"</script>'), 'the words are not shown as they were typed')
    claim(await page.locator('main img, main script').count() === 0, 'markup became part of the page')
    await page.goBack()
    claim(complaints.length === 0, complaints.join('\n'))
    await close()
  })
  await journey('a very long text is kept or refused plainly', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand', { script: false })
    await page.goto(`${await child_of(page, 'Orla')}/visit`)
    const fields = Object.fromEntries(await page.locator('form[action="/drafts"]').evaluate((one) => [...new FormData(one)]))
    const response = await context.request.post('/drafts', { form: { ...fields, 'item.happened': 'Long. '.repeat(100000) }, headers: { origin: house.at }, maxRedirects: 0 })
    claim([303, 413, 422].includes(response.status()), `answered ${response.status()}`)
    const after = await context.request.get('/session')
    claim(after.ok(), 'the house does not answer afterwards')
    await close()
    return `answered ${response.status()}`
  })
  await journey('finding: nothing, markup and a very long name are answered plainly', async () => {
    const { page, close } = await signed_in(house, 'priya.anand', { script: false })
    for (const words of ['', '<b>nobody</b>', 'a'.repeat(3000), '\u202Etilly', "O'Dowd"]) {
      await page.goto('/')
      await page.locator('[name=words]').first().fill(words)
      await page.getByRole('button', { name: 'Find' }).first().click()
      await page.waitForLoadState('load')
      claim(!/something went wrong|Page not found/.test(await page.locator('main').innerText()), `"${words.slice(0, 20)}" is answered with trouble`)
      claim(await page.locator('main b').count() === 0, 'markup became part of the page')
    }
    claim((await page.locator('main').innerText()).includes("Ava O'Dowd"), "O'Dowd is not found")
    await close()
  })
})

// A page that goes away, an answer that never comes, a session begun again in another tab: what was being written is
// found again where it was left, once, and nobody is told that two wrote.
import { child_of, claim, journey, run_in_house, sign_in, signed_in } from './house.mjs'

const box = (page) => page.locator('[id="item.happened"]')
const is_save = (request) => request.method() === 'POST' && /\/drafts(\/[0-9a-f]+)?$/.test(new URL(request.url()).pathname)
const until_line_says = (page, words) =>
  page.waitForFunction((start) => document.getElementById('saved-line').textContent.trim().startsWith(start), words, { timeout: 20000 })

async function begin_visit(page, child, words) {
  await page.goto(`${await child_of(page, child)}/visit`)
  await box(page).fill(words)
  await page.waitForURL(/\/drafts\/[0-9a-f]+$/, { waitUntil: 'commit' })
  await until_line_says(page, 'Saved')
}

// What the server has: read on another device, where nothing is kept.
async function until_arrived(house, address, words) {
  const { page, close } = await signed_in(house, 'priya.anand')
  let found = ''
  for (let tries = 0; tries < 100 && found !== words; ++tries) {
    await page.goto(address)
    found = await box(page).inputValue()
    if (found !== words) await page.waitForTimeout(200)
  }
  await close()
  claim(found === words, `the server has "${found}"`)
}

// What was kept last, as sealed; empty when nothing is.
const kept_on_device = (page) => page.evaluate(() => new Promise((done) => {
  const opening = indexedDB.open('lifestory', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts')
  opening.onsuccess = () => {
    const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
    all.onsuccess = () => {
      opening.result.close()
      done(all.result.map((one) => one.nonce.join(' ')).join())
    }
  }
}))

async function until_kept(page, other_than = '') {
  for (let tries = 0; tries < 200; ++tries) {
    const kept = await kept_on_device(page)
    if (kept && kept !== other_than) return kept
    await page.waitForTimeout(50)
  }
  return claim(false, 'nothing is kept on the device')
}

// The next saves meet `lines` in turn: 'dead' goes nowhere, 'no answer' arrives and is never answered, 'cut' arrives
// and its answer is lost, 'good' as always; after the last all are good. Resolves `met(n)` once n saves were made.
function line_of(context, ...lines) {
  let count = 0
  const waiting = []
  const ways = {
    dead: () => {},
    'no answer': (route) => route.fetch(),
    cut: async (route) => { await route.fetch(); await route.abort() },
    good: (route) => route.continue()
  }
  context.route(() => true, async (route) => {
    if (!is_save(route.request())) return route.fallback()
    const way = typeof lines[count] === 'function' ? lines[count] : ways[lines[count] ?? 'good']
    const one = ++count
    await way(route)
    waiting.filter((wait) => wait.for <= one).forEach((wait) => wait.done())
  })
  return { met: (number) => new Promise((done) => { count >= number ? done() : waiting.push({ for: number, done }) }) }
}

// As when another tab or another program comes to the front.
const look_away = (page, is_hidden) => page.evaluate((state) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  document.dispatchEvent(new Event('visibilitychange'))
}, is_hidden ? 'hidden' : 'visible')

// What a conflict sets aside stays among the earlier versions, also when it is settled.
async function never_two(page) {
  claim(await page.locator('#differences').count() === 0, 'the writer is told that two wrote')
  const versions = await page.context().newPage()
  await versions.goto(`${page.url()}/versions`)
  const words = await versions.locator('main').innerText()
  claim(!words.includes('Not kept when two wrote'), 'words were set aside as if two wrote')
  await versions.close()
}

async function unlock(page) {
  await page.fill('#unlock-email', 'priya.anand@northmere.example')
  await page.fill('#unlock-password', 'everyone here is invented')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.locator('.app-lock').waitFor({ state: 'detached' })
}

// A session begun elsewhere for the same browser, of which its open pages heard nothing.
async function begin_another_session(house, context) {
  const elsewhere = await signed_in(house, 'priya.anand')
  await context.addCookies(await elsewhere.context.cookies())
  await elsewhere.close()
}

async function number_of_drafts(page) {
  await page.goto('/drafts')
  return page.locator('main a[href^="/drafts/"]').count()
}

await run_in_house(async (house) => {
  await journey('the page goes while its save meets a dead line: the words are here when the draft is opened again', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Kian', 'Today I came')
    const address = page.url()
    const line = line_of(context, 'dead', 'dead', 'dead')
    await box(page).fill('Today I came to see you after school')
    await line.met(1)
    await until_kept(page)
    await page.goto('/')
    await page.goto(address)
    await page.waitForFunction(() => document.getElementById('item.happened')?.value === 'Today I came to see you after school')
    await close()
  })
  await journey('what is written while a save meets a dead line is kept too', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Kian', 'Today I came')
    const address = page.url()
    const line = line_of(context, 'dead', 'dead', 'dead')
    await box(page).fill('Today I came to see you')
    await line.met(1)
    const first = await until_kept(page)
    await box(page).fill('Today I came to see you and we drew')
    await until_kept(page, first)
    await page.close()
    const again = await context.newPage()
    await again.goto(address)
    await again.waitForFunction(() => document.getElementById('item.happened')?.value === 'Today I came to see you and we drew')
    await close()
  })
  await journey('the page is hidden while its save meets a dead line: the words are sent again at once', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Kian', 'Today I came')
    const line = line_of(context, 'dead')
    await box(page).fill('Today I came to your school')
    await line.met(1)
    await page.evaluate(() => { for (let timer = setTimeout(() => {}); timer > 0; --timer) clearTimeout(timer) }) // no later try
    await look_away(page, true)
    await until_arrived(house, page.url(), 'Today I came to your school')
    await close()
  })
  for (const first of ['dead', 'no answer'])
    await journey(`hidden with newer words than those of the save under way (${first}): all arrive, as one writer's`, async () => {
      const { page, context, close } = await signed_in(house, 'priya.anand')
      await begin_visit(page, 'Kian', 'Today I came')
      const line = line_of(context, first)
      await box(page).fill('Today I came to see')
      await line.met(1)
      await box(page).fill('Today I came to see you and your brother')
      await look_away(page, true)
      await line.met(2)
      await until_arrived(house, page.url(), 'Today I came to see you and your brother')
      await look_away(page, false)
      await box(page).fill('Today I came to see you and your brother. You sang.')
      await until_arrived(house, page.url(), 'Today I came to see you and your brother. You sang.')
      await never_two(page)
      await close()
    })
  await journey('hidden and back, then written on: no conflict with oneself', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Kian', 'Today I came')
    await box(page).fill('Today I came to your house')
    const answered = page.waitForResponse((answer) => is_save(answer.request()))
    await look_away(page, true)
    await answered
    await look_away(page, false)
    await box(page).fill('Today I came to your house and saw your room')
    await until_arrived(house, page.url(), 'Today I came to your house and saw your room')
    await never_two(page)
    await close()
  })
  await journey('the answer to a save is lost and more is written: no conflict with oneself', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Ava', 'Today I came')
    line_of(context, 'cut')
    await box(page).fill('Today I came to see you')
    await until_line_says(page, 'No connection')
    await box(page).fill('Today I came to see you at home')
    await until_line_says(page, 'Connected again')
    await until_arrived(house, page.url(), 'Today I came to see you at home')
    await never_two(page)
    await close()
  })
  await journey('"Check and sign" pressed while a save waits for its answer: it follows that save', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Ava', 'Today I came')
    const address = page.url()
    let answer = () => {}
    const may_answer = new Promise((done) => { answer = done })
    const arrived = new Promise((done) => {
      line_of(context, async (route) => {
        const response = await route.fetch()
        done()
        may_answer.then(() => route.fulfill({ response })).catch(() => {})
      })
    })
    await box(page).fill('Today I came to see you')
    await arrived
    await box(page).fill('Today I came to see you at school')
    await page.getByRole('button', { name: 'Check and sign' }).first().click({ noWaitAfter: true })
    answer()
    await page.waitForURL(/\/(check|differences)$/)
    claim(page.url().endsWith('/check'), 'the writer is told that two wrote')
    await until_arrived(house, address, 'Today I came to see you at school')
    await close()
  })
  await journey('a session begun again by unlocking one page: the other page of the browser saves on', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Reece', 'Today I came')
    const other = await context.newPage()
    await begin_visit(other, 'Ava', 'Today we met')
    await context.clearCookies() // as when the session was left too long
    await box(page).fill('Today I came to see you')
    await page.getByRole('heading', { name: 'Locked. Nothing is lost.' }).waitFor()
    await unlock(page)
    await until_arrived(house, page.url(), 'Today I came to see you')
    await box(other).fill('Today we met at the library')
    await until_arrived(house, other.url(), 'Today we met at the library')
    claim(!(await other.locator('.app-lock').count()), 'the other page is locked')
    await close()
  })
  await journey('signing in again in another tab: the page left open saves on', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Reece', 'Today I came')
    await context.clearCookies()
    await sign_in(await context.newPage(), 'priya.anand')
    await box(page).fill('Today I came to see you and your nan')
    await until_arrived(house, page.url(), 'Today I came to see you and your nan')
    await close()
  })
  await journey('a page that did not hear of the new session: kept here, locked, unlocked, saved', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Reece', 'Today I came')
    await begin_another_session(house, context)
    await box(page).fill('Today I came to see you at the club')
    await page.getByRole('heading', { name: 'Locked. Nothing is lost.' }).waitFor()
    claim(!(await box(page).isVisible()), 'the words stay on the screen')
    await until_kept(page)
    await unlock(page)
    await until_arrived(house, page.url(), 'Today I came to see you at the club')
    await never_two(page)
    await close()
  })
  await journey('the session of somebody else in this browser takes nothing of what Priya writes', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    await begin_visit(page, 'Reece', 'Today I came')
    await context.clearCookies()
    await sign_in(await context.newPage(), 'sam.okoro')
    await box(page).fill('Today I came to see you, says Priya')
    await page.getByRole('heading', { name: 'Locked. Nothing is lost.' }).waitFor()
    await until_kept(page)
    await unlock(page)
    await until_arrived(house, page.url(), 'Today I came to see you, says Priya')
    await close()
  })
  await journey('the line goes before the first save and the page is closed: the words are found when it is opened anew', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    const before = await number_of_drafts(page)
    const visit = `${await child_of(page, 'Finn')}/visit`
    await page.goto(visit)
    await context.setOffline(true)
    await box(page).fill('Today you showed me your bike')
    await until_line_says(page, 'No connection')
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(visit)
    await again.waitForURL(/\/drafts\/[0-9a-f]+$/, { waitUntil: 'commit' })
    claim(await box(again).inputValue() === 'Today you showed me your bike', `the box has "${await box(again).inputValue()}"`)
    await until_arrived(house, again.url(), 'Today you showed me your bike')
    await again.goto(visit)
    claim(await box(again).inputValue() === '', 'the next visit begins with the words of this one')
    claim(await number_of_drafts(again) === before + 1, 'not exactly one draft was made')
    await close()
  })
  await journey('the answer to the first save is lost and the page is closed: opened anew it goes on with that draft', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    const before = await number_of_drafts(page)
    const visit = `${await child_of(page, 'Finn')}/visit`
    await page.goto(visit)
    line_of(context, 'cut', 'dead', 'dead', 'dead')
    await box(page).fill('Today you told me about art club')
    await until_line_says(page, 'No connection')
    await page.close()
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    const again = await context.newPage()
    await again.goto(visit)
    await again.waitForURL(/\/drafts\/[0-9a-f]+$/, { waitUntil: 'commit' })
    claim(await box(again).inputValue() === 'Today you told me about art club', 'the words are not there')
    await never_two(again)
    claim(await number_of_drafts(again) === before + 1, 'not exactly one draft was made')
    await close()
  })
  await journey('what was written with that number is signed meanwhile: the words are a draft of their own', async () => {
    const { page, context, close } = await signed_in(house, 'priya.anand')
    const visit = `${await child_of(page, 'Finn')}/visit`
    await page.goto(visit)
    await context.setOffline(true)
    await box(page).fill('Today you rode to school')
    await until_line_says(page, 'No connection')
    await page.close()
    await context.setOffline(false)
    const signed = { status: 409, contentType: 'application/json', body: '{"message":"This was signed meanwhile. Add to the signed entry instead."}' }
    line_of(context, (route) => route.fulfill(signed))
    const again = await context.newPage()
    await again.goto(visit)
    await again.waitForURL(/\/drafts\/[0-9a-f]+$/, { waitUntil: 'commit' })
    await until_arrived(house, again.url(), 'Today you rode to school')
    await close()
  })
})

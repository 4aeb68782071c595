// The script of our pages in a real browser, against a server that answers as each case says: nothing written is lost
// when the line goes, when two write, when the session ends. The pages are the gallery that unit_pages writes; whole
// journeys through the program are told beside this file.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

function make_gallery() {
  const served = process.env.LIFESTORY_PROGRAM
  const beside = served ? [join(dirname(served), 'tests/unit_pages')] : []
  const program = [...beside, join(root, 'build/tests/unit_pages')].find(existsSync)
  if (!program) throw new Error('unit_pages is not built: run bin/build first (bin/test does).')
  const folder = mkdtempSync(join(tmpdir(), 'lifestory-gallery-'))
  mkdirSync(join(folder, 'assets'))
  execFileSync(program, ['--gtest_filter=Gallery.*'], { env: { ...process.env, LIFESTORY_GALLERY: folder }, stdio: 'pipe' })
  return folder
}

// What was posted, and what is answered: a function of the address; null cuts the line.
const posts = []
let answer = () => null
const saved = (more = {}) => ({ status: 200, body: { version: 4, saved_line: 'Saved 10:44', findings: [], ...more } })
const last = () => new URLSearchParams(posts.at(-1).body)

function serve(folder) {
  const server = http.createServer((request, response) => {
    if (request.method !== 'POST') return send_file(folder, request, response)
    let body = ''
    request.on('data', (more) => { body += more })
    request.on('end', () => {
      posts.push({ url: request.url, body })
      const said = answer(request.url)
      if (said === null) return request.socket.destroy()
      response.writeHead(said.status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(said.body))
    })
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

function send_file(folder, request, response) {
  const path = join(folder, new URL(request.url, 'http://localhost').pathname)
  if (!types[extname(path)] || !existsSync(path)) return response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': types[extname(path)], 'Content-Security-Policy': policy })
  response.end(readFileSync(path))
}

let passed = 0
let failed = 0
async function check(sentence, is_true) {
  let holds = false
  try {
    for (let i = 0; i < 240 && !holds; ++i) {
      holds = await is_true()
      if (!holds) await new Promise((done) => setTimeout(done, 50))
    }
  } catch (error) {
    sentence += `: ${error.message}`
  }
  holds ? ++passed : ++failed
  console.log(`${holds ? 'ok' : 'not ok'} ${sentence}`)
}

async function violations(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`)
}

async function write(page, words) {
  await page.locator('#happened').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

const line = (page) => page.textContent('.app-saved__words')
const drafts_here = (page) => page.evaluate(() => new Promise((done) => {
  const opening = indexedDB.open('lifestory', 1)
  opening.onsuccess = () => {
    const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
    all.onsuccess = () => done(all.result.map((one) => String.fromCharCode(...new Uint8Array(one.sealed))))
  }
}))

async function looks(browser, address) {
  for (const width of [1280, 360, 320]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true })
    for (const name of ['gallery', 'writing', 'not-found']) {
      await page.goto(`${address}/${name}.html`)
      const found = await violations(page)
      await check(`${name} at ${width} pixels: axe finds nothing ${found.join('; ')}`, () => found.length === 0)
      await check(`${name} at ${width} pixels does not scroll sideways`, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    }
    await page.close()
  }
}

async function saves(page) {
  const contact = { id: 'b1', item: 'happened', start: 32, end: 39, words: 'contact', message: 'Tilly asked us not to say "contact".', suggestion: 'seeing Mum' }
  answer = () => saved({ findings: [contact], others: ['Sam Okoro'], due: { words: 'Due Friday 25 December 2026', href: '/due' } })
  await write(page, ' More words.')
  const typed = Date.now()
  await check('what was typed is posted', () => posts.length > 0)
  await check('within three seconds of the last key', () => Date.now() - typed < 3000)
  await check('with token, version, draft and form number', () =>
    ['csrf', 'version', 'draft', 'form_number'].every((name) => last().get(name)) && last().get('item.happened').includes('More words.'))
  await check('the saved line says when, and who has it open too', async () => (await line(page)) === 'Saved 10:44 Sam Okoro has this open too.')
  await check('the due date moves at once', async () => (await page.textContent('#due-words')) === 'Due Friday 25 December 2026')
  await check('a screen reader is not told of each save', async () => (await page.textContent('#saved-line-spoken')) === '')
  await page.click('text=Use "seeing Mum"')
  await check('[Use it] changes just those words', async () => (await page.inputValue('#happened')) === 'Today I came to see you. We saw the seeing Mum centre. More words.')
  await page.click('text=Undo')
  await check('and Undo puts them back', async () => (await page.inputValue('#happened')) === 'Today I came to see you. We saw the contact centre. More words.')
  await page.click('button:has-text("Keep mine")')
  await page.click('text=It must be said plainly')
  await check('[Keep mine] goes with the form, with its reason', () => last().get('keep-b1') === 'plainly')
}

async function loses_the_line(page) {
  answer = () => null
  await write(page, ' Offline words.')
  await check('a lost line is said in its words', async () => /^No connection\. Kept on this phone since \d\d:\d\d\. Keep writing\.$/.test(await line(page)))
  const here = await drafts_here(page)
  await check('the words are here, sealed', () => here.length === 1 && !here[0].includes('Offline'))
  await page.click('text=Check and sign')
  await check('signing waits for the line', () => page.locator('#wait-for-line').isVisible())
  await page.locator('.app-header__sign-out').first().click()
  await check('signing out tells what is only here', async () => /^\d+ sentences? (is|are) only on this phone\.$/.test(await page.textContent('.app-dialog h2')))
  await page.keyboard.press('Escape')
  await page.reload()
  await check('a page opened again has the words', async () => (await page.inputValue('#happened')).includes('Offline words.'))
  answer = () => saved({ version: 9, saved_line: 'Saved 10:49', merged: { 'item.on.day': '23' }, differences: '/drafts/1/differences' })
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await check('the line comes back and says so', async () => (await line(page)) === 'Connected again. Saved 10:49.')
  await check('what only another wrote is taken in', async () => (await page.inputValue('[name="item.on.day"]')) === '23')
  await check('what both wrote is shown to be chosen', () => page.locator('#differences a[href="/drafts/1/differences"]').isVisible())
  await check('nothing stays on the device', async () => (await drafts_here(page)).length === 0)
}

async function locks(page) {
  answer = (url) => ({ status: 401, body: url === '/session' ? { message: 'We do not know that e-mail address and password together.' } : {} })
  await write(page, 'x')
  await check('an ended session locks the page', async () => (await page.textContent('.app-lock h1')) === 'Locked. Nothing is lost.')
  await check('and the words leave the screen', async () => !(await page.locator('#happened').isVisible()))
  await page.fill('#unlock-email', 'priya@example.org')
  await page.fill('#unlock-password', 'wrong')
  await page.click('text=Unlock')
  await check('a wrong password is told so', async () => (await page.textContent('.app-lock [role=alert]')).startsWith('We do not know'))
  answer = (url) => (url === '/session' ? { status: 200, body: { worker: 'w', csrf: 'new', locks_in: 900, locks_line: '11:20' } } : saved({ version: 11 }))
  await page.click('text=Unlock')
  await check('unlocked, it is the same page at the same word', () => page.evaluate(() => document.activeElement.id === 'happened'))
  await check('and it saves with the new token', () => last().get('csrf') === 'new')
  answer = () => saved({ locks_in: 121, locks_line: '11:22' })
  await write(page, 'y')
  await check('two minutes before the end it asks', async () => (await page.textContent('.app-dialog[open]', { timeout: 9000 })).startsWith('Are you still there?This page locks at 11:22. Your words are saved.'))
  answer = () => ({ status: 200, body: { locks_in: 900, locks_line: '11:40' } })
  await page.click('.app-dialog >> text=Stay')
  await check('and stays when told to', async () => (await page.locator('.app-dialog[open]').count()) === 0 && posts.at(-1).url === '/session/stay')
  answer = (url) => (url === '/session' ? { status: 200, body: { worker: 'somebody else', csrf: 'c', locks_in: 900 } } : { status: 401, body: {} })
  await write(page, 'z')
  await page.fill('#unlock-email', 'sam@example.org')
  await page.click('text=Unlock')
  await check('nobody else gets this page by unlocking it', async () => !page.url().includes('writing'))
}

async function people(page) {
  await page.fill('#people-filter', 'bar')
  await check('a long list of people is narrowed', async () => (await page.locator('[data-people] .govuk-checkboxes__item:visible').count()) === 3)
  await page.fill('#people-filter', '')
  await write(page, ' Helen came.')
  await check('who was written about moves up, not ticked', async () =>
    (await page.locator('[data-people] .govuk-checkboxes__item').first().textContent()).includes('Helen Frost') && (await page.locator('[data-people] input:checked').count()) === 0)
}

async function on_a_phone(browser, address) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await page.goto(`${address}/writing.html`)
  await check('on a phone the cards stand closed under their box', () => page.locator('.app-findings-here:not([open]) summary').isVisible())
  await page.locator('.app-menu > summary').click()
  await check('the ways stand in the menu', () => page.locator('.app-menu a[href="/drafts"]').isVisible())
  const covered = await page.evaluate(() => {
    const bar = document.querySelector('.app-bottom-bar')
    return [...document.querySelectorAll('#draft-form input:not([type=hidden]), #draft-form textarea')].filter((box) => box.offsetParent).filter((box) => {
      box.focus()
      return box.getBoundingClientRect().top > bar.getBoundingClientRect().top && !bar.contains(box)
    }).map((box) => box.id)
  })
  await check(`the bar never covers what has the focus ${covered.join(' ')}`, () => covered.length === 0)
  await page.close()
}

const folder = make_gallery()
const server = await serve(folder)
const address = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
try {
  await looks(browser, address)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const broken = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => { if (message.text().includes('Content Security Policy')) broken.push(message.text()) })
  await page.goto(`${address}/writing.html`)
  await saves(page)
  await people(page)
  await loses_the_line(page)
  await locks(page)
  await check(`no script stumbled, none broke the policy ${broken.join('; ')}`, () => broken.length === 0)
  await on_a_phone(browser, address)
} catch (error) {
  ++failed
  console.log(`not ok ${error.stack}`)
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

// Starts the program with a fresh folder and a fixed clock, opens Chromium on it, signs people in, counts touches and
// tells what each journey showed. The journeys themselves stand in the *_test.mjs beside this file.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']
const password = 'everyone here is invented'

function free_port() {
  return new Promise((done) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}

async function until_it_answers(at, program) {
  for (let tries = 0; tries < 480; ++tries) {
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`)
    const answered = await fetch(`${at}/session`).then((response) => response.ok, () => false)
    if (answered) return
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error('the program does not answer')
}

// A house of its own for each file of journeys: nothing one writes is read by another. Empty: nobody has signed up yet, and its clock is
// that of the machine. LIFESTORY_FILLED names a folder in which the demonstration stands already: it is copied, not filled again.
export async function open_house({ empty = false } = {}) {
  const port = await free_port()
  const data = mkdtempSync(join(tmpdir(), 'lifestory-browser-'))
  if (!empty && process.env.LIFESTORY_FILLED) cpSync(process.env.LIFESTORY_FILLED, data, { recursive: true })
  const program = spawn(process.env.LIFESTORY_PROGRAM ?? join(root, 'build/lifestory'),
    ['serve', '--data', data, '--pack', join(root, 'packs/model'), '--port', String(port), ...(empty ? [] : ['--demo', '--now', '2026-12-23T10:40'])],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (more) => { said = (said + more).slice(-4000) })
  const at = `http://localhost:${port}`
  const close_program = () => new Promise((done) => {
    if (program.exitCode !== null) return done()
    program.once('exit', done)
    program.kill('SIGTERM')
  })
  try {
    await until_it_answers(at, program)
  } catch (error) {
    await close_program()
    rmSync(data, { recursive: true, force: true })
    throw new Error(`${error.message}\n${said}`)
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet })
  const close = async () => {
    await browser.close()
    await close_program()
    rmSync(data, { recursive: true, force: true })
  }
  return { at, browser, close, data, printed: () => said }
}

// ---- a person at a device
// `complaints` holds what the console said: a refused script or style, an error of ours.
export async function device(house, { width = 1280, script = true } = {}) {
  const is_phone = width < 600
  const context = await house.browser.newContext({
    baseURL: house.at, viewport: { width, height: is_phone ? 740 : 900 }, hasTouch: is_phone, isMobile: is_phone, javaScriptEnabled: script })
  const page = await context.newPage()
  page.without_script = !script
  page.setDefaultTimeout(10000)
  const complaints = []
  page.on('console', (message) => {
    const is_page_not_found = /status of 4(04|22|01)/.test(message.text())
    if (message.type() === 'error' && !is_page_not_found) complaints.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  return { context, page, complaints, close: () => context.close() }
}

export async function sign_in(page, who) {
  await page.goto('/session')
  await page.fill('[name=email]', `${who}@northmere.example`)
  await page.fill('[name=password]', password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/team')
}

export async function signed_in(house, who, how = {}) {
  const one = await device(house, how)
  await sign_in(one.page, who)
  return one
}

export async function child_of(page, first_name) {
  await page.goto('/children')
  const link = page.locator('main a[href^="/children/"]').filter({ hasText: new RegExp(`^${first_name}\\b`) }).first()
  return link.getAttribute('href')
}

export const words_of = (page) => page.locator('main').innerText()

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })).first().click()
  await page.waitForLoadState('load')
}

// Counts taps and presses that are no part of writing words.
export class Touches {
  count = 0
  constructor(page) { this.page = page }
  async tap(locator) {
    this.count += 1
    await locator.scrollIntoViewIfNeeded()
    await locator.click()
  }
  async write(locator, words) {
    await this.tap(locator)
    await this.page.keyboard.insertText(words)
  }
}

// ---- what is wrong with a page as it stands
export async function violations(page) {
  await page.evaluate(axe_source)
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
  const twice = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at)) // axe asks it of labelled boxes alone
  return [...found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`), ...twice.map((id) => `an id that stands twice: ${id}`)]
}

export const too_wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

// axe is script: what it finds is found by the journeys that have some.
export async function clean(page, where) {
  if (page.without_script) return
  const wrong = await violations(page)
  const over = await too_wide(page)
  claim(wrong.length === 0, `${where}: ${wrong.join('\n')}`)
  claim(over <= 0, `${where} is ${over} px too wide`)
}

// ---- telling
let passed = 0
let failed = 0
export function claim(is_true, words) {
  if (!is_true) throw new Error(words)
}

export async function journey(sentence, walk) {
  try {
    const more = await walk()
    passed += 1
    console.log(`passed  ${sentence}${more ? `: ${more}` : ''}`)
  } catch (error) {
    failed += 1
    const where = String(error.stack).match(/\w+_test\.mjs:\d+/)?.[0] ?? ''
    console.log(`FAILED  ${sentence}: ${where} ${String(error.message).split('\n').slice(0, 6).join('\n        ')}`)
  }
}

export async function run_in_house(walk_all, how = {}) {
  let house = null
  try {
    house = await open_house(how)
    await walk_all(house)
  } catch (error) {
    failed += 1
    console.log(`FAILED  to open the house: ${error.message}`)
  } finally {
    await house?.close()
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

// Whoever may not see Tilly gets the very bytes, of each of these pages of hers, that nothing at all gets.
export async function strangers_are_told_nothing(house, pages) {
  const { page, close } = await signed_in(house, 'priya.anand')
  const tilly = await child_of(page, 'Tilly')
  await close()
  const beth = await signed_in(house, 'beth.rowntree')
  const answer = async (path) => (await beth.context.request.get(path)).text()
  const nothing = await answer(`/children/${'0'.repeat(31)}1/${pages[0]}`)
  claim(nothing.includes('Page not found'), 'there is a page for no child')
  for (const one of pages) claim(await answer(`${tilly}/${one}`) === nothing, `${one} tells a stranger something`)
  await beth.close()
}

// Posts to our own server and the elements we make: the two things that every other file here needs.

export function csrf() {
  return document.body.dataset.csrf || ''
}

// After unlocking, the page goes on with the new session's token.
export function set_csrf(token) {
  document.body.dataset.csrf = token
  for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = token
}

export class LostLine extends Error {}

// {status, body}: body is the answer's JSON, {} when it has none. Throws LostLine when no answer came in time, or
// when the server cannot answer just now.
export async function post(address, fields, { seconds = 15, keepalive = false, stop = new AbortController() } = {}) {
  const timer = setTimeout(() => stop.abort(), seconds * 1000)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: fields.toString(),
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      signal: stop.signal,
      keepalive
    })
    if (answer.status >= 500) throw new LostLine('the server cannot answer just now')
    const body = await answer.json().catch(() => ({}))
    return { status: answer.status, body }
  } catch (error) {
    throw error instanceof LostLine ? error : new LostLine(error.message)
  } finally {
    clearTimeout(timer)
  }
}

// make('button', {type: 'button', class: 'x'}, 'words', child, ...). Words become text, never markup.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '')
    else if (value !== false && value != null) element.setAttribute(key, value)
  }
  element.append(...children.filter((child) => child != null))
  return element
}

export function pressed(element, act) {
  element.addEventListener('click', (event) => {
    event.preventDefault()
    act(event)
  })
  return element
}

export function clock_time(date = new Date()) {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

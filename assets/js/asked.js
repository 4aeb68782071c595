// Items that another answer of the form asks for: shown as soon as it is given, hidden when it is not. What was typed in one that
// is hidden stays in its boxes and is saved with the rest; the server alone decides what is asked (src/web/pages/asked_if.h).
import { make } from './talk.js'

function answers_to(form, field) {
  const said = []
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue
    if (name === field) said.push(...value.split('\n').map((line) => line.trim()).filter((line) => line !== ''))
    else if (name.startsWith(`${field}.`) && !name.endsWith('.files')) said.push('')
  }
  return said
}

// Boxes of a hidden item say nothing to others.
function is_hidden(form, field) {
  const box = [...form.elements].find(({ name }) => name === field || name.startsWith(`${field}.`))
  return Boolean(box?.closest('[data-asked-if][hidden]'))
}

function is_so(form, { field, values, unless_said }) {
  const said = is_hidden(form, field) ? [] : answers_to(form, field)
  if (said.length === 0 && unless_said !== '') said.push(unless_said)
  return values.some((value) => (value === 'any' || value === 'none' ? (said.length > 0) === (value === 'any') : said.includes(value)))
}

const is_asked = (form, item) => JSON.parse(item.dataset.askedIf).some((together) => together.every((one) => is_so(form, one)))

const items_of = (form) => [...form.querySelectorAll('[data-asked-if]')]

// Each may hang on one before it or after it: as often as something changes, though never for ever.
function settle(form) {
  const shown = []
  for (let again = true, times = 0; again && times < 8; times += 1) {
    again = false
    for (const item of items_of(form)) {
      const hidden = !is_asked(form, item)
      if (item.hidden === hidden) continue
      item.hidden = hidden
      again = true
      if (!hidden && item.dataset.label) shown.push(item)
    }
  }
  return shown.filter((item) => !item.hidden)
}

// A part of the page in which nothing is asked is not there, nor counted.
function hide_empty_parts(form) {
  for (const part of form.querySelectorAll('.app-part, .app-part-apart')) {
    const fields = part.matches('details') ? part.querySelector('.govuk-details__text') : part
    const content = [...fields.children].filter((one) => !one.matches('h2, h3'))
    part.hidden = content.length > 0 && content.every((one) => one.matches('[data-asked-if][hidden]'))
  }
  const parts = [...form.querySelectorAll('.app-part__number')].filter((number) => !number.closest('.app-part[hidden], .app-part-apart[hidden]'))
  parts.forEach((number, at) => { number.textContent = at + 1 })
}

export function show_asked(form) {
  const shown = settle(form)
  hide_empty_parts(form)
  return shown
}

export function begin_asked() {
  for (const form of new Set([...document.querySelectorAll('[data-asked-if]')].map((item) => item.closest('form')))) {
    if (!form) continue
    const spoken = make('p', { class: 'govuk-visually-hidden', role: 'status' })
    form.append(spoken)
    const tell = () => {
      const labels = show_asked(form).map((item) => item.dataset.label)
      if (labels.length > 0) spoken.textContent = `Also asked now: ${labels.join('; ')}`
    }
    show_asked(form)
    form.addEventListener('input', tell)
    form.addEventListener('change', tell)
    window.addEventListener('pageshow', () => show_asked(form)) // back and forward bring answers without a change
  }
}

// What the answer to a save tells beside the saved line: what is proposed now, and that somebody else wrote here too.
import { make } from './talk.js'

// What is proposed and not asked follows what was said: its line, with its reason.
export function tell_proposed(proposed) {
  for (const [item, words] of Object.entries(proposed)) {
    const line = document.getElementById(`proposed-${item}`)
    if (line && line.textContent !== words) line.textContent = words
  }
}

// Of a visit to several children: "Tilly: ready", by the part's draft.
export function tell_states(states) {
  for (const [draft, words] of Object.entries(states)) {
    const line = document.querySelector(`[data-state-of="${CSS.escape(draft)}"]`)
    if (line && line.textContent !== words) line.textContent = words
  }
}

export function tell_differences(form, { others = [], differences }) {
  if (document.getElementById('differences')) return
  const who = others.length > 0 ? `You and ${others.join(' and ')} both wrote here.` : 'You wrote here in two places.'
  const link = make('a', { class: 'govuk-link', href: differences }, 'See both')
  const notice = make('div', { class: 'app-difference', id: 'differences', role: 'status' }, `${who} Nothing is lost. `, link)
  form.prepend(notice)
}

// What a radio asks further stands hidden until it is chosen. GOV.UK Frontend's own script does this with
// aria-expanded, which a radio may not have (ARIA 1.2); the order of the page says the same.

function show(radios) {
  for (const radio of radios.querySelectorAll('input[type="radio"][data-aria-controls]')) {
    const revealed = document.getElementById(radio.dataset.ariaControls)
    revealed?.classList.toggle('govuk-radios__conditional--hidden', !radio.checked)
  }
}

export function begin_reveals() {
  for (const radios of document.querySelectorAll('[data-module="govuk-radios"]')) {
    show(radios)
    radios.addEventListener('change', () => show(radios))
  }
  // Back and forward bring the choices without a change.
  window.addEventListener('pageshow', () => document.querySelectorAll('[data-module="govuk-radios"]').forEach(show))
}

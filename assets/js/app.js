import { initAll } from 'govuk-frontend'
document.body.classList.add('js-enabled')

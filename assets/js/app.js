// What the script adds to pages that work without it. Nothing here is needed to do the work.
import {
  Button, Checkboxes, ErrorSummary, ExitThisPage, FileUpload, NotificationBanner, PasswordInput, SkipLink, createAll
} from 'govuk-frontend'
import { begin_asked } from './asked.js'
import { begin_autosave } from './autosave.js'
import { begin_days } from './days.js'
import { begin_drawings } from './drawing.js'
import { begin_drawn_together } from './drawn_together.js'
import { begin_files } from './files.js'
import { begin_find_kind } from './find_kind.js'
import { begin_letter } from './letter.js'
import { begin_people } from './people.js'
import { begin_reveals } from './reveal.js'
import { begin_rows } from './rows.js'
import { begin_session } from './session.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, Checkboxes, ErrorSummary, ExitThisPage, FileUpload, NotificationBanner, PasswordInput, SkipLink]) {
  createAll(component)
}
begin_asked()
begin_days()
begin_drawings()
begin_drawn_together()
begin_files()
begin_find_kind()
begin_people()
begin_reveals()
begin_rows()
const form = document.querySelector('form[data-module="app-draft"]')
const draft = form ? begin_autosave(form) : null
if (form) begin_letter(form)
begin_session(draft)

import htmx from 'htmx.org';
import { keepDrafts } from './drafts.js';
import { guardForms, previewFiles, watchLine } from './forms.js';
import { listenToKeys } from './keys.js';
import { keepLibrary } from './library.js';
import { tidyMenus } from './menus.js';
import { offerPasskeys } from './passkeys.js';

// No inline style, no eval: the page's content security policy stays strict.
Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false, selfRequestsOnly: true, historyCacheSize: 0, scrollIntoViewOnBoost: false });

// An answer that came from another page (an expired sign-in) must not be cut into this one.
document.addEventListener('htmx:beforeSwap', (event) => {
  const asked = new URL(event.detail.pathInfo.finalRequestPath, location.href);
  const came = new URL(event.detail.xhr.responseURL || asked, location.href);
  if (came.pathname !== asked.pathname || event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = false;
    location.assign(asked);
  }
});

guardForms();
previewFiles();
keepDrafts();
listenToKeys();
tidyMenus();
watchLine();
offerPasskeys();
keepLibrary();

// Passkeys: <button data-passkey-sign-in="address"> and <button data-passkey-add="address"> with data-passkey-options, inside a form that carries the token.
// The buttons stay hidden where the browser has no passkeys or no script runs; the password is always there.
const supported = () => window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

async function post(form, address, fields) {
  const body = new FormData();
  body.set('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
  Object.entries(fields).forEach(([name, value]) => body.set(name, value));
  const answer = await fetch(address, { method: 'POST', body, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${answer.status}`);

  return answer.json();
}

function tell(button) {
  const told = document.createElement('p');
  told.className = 'field-error';
  told.setAttribute('role', 'alert');
  told.textContent = button.dataset.passkeyFailed;
  button.parentElement.querySelectorAll('.field-error').forEach((old) => old.remove());
  button.after(told);
}

async function use(button) {
  const form = button.closest('form');
  const adds = button.dataset.passkeyAdd;
  try {
    const options = await post(form, button.dataset.passkeyOptions, {});
    const credential = adds
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const name = adds ? { name: form.elements.name.value } : {};
    const { ve } = await post(form, adds ?? button.dataset.passkeySignIn, { credential: JSON.stringify(credential), ...name });
    location.assign(ve);
  } catch {
    tell(button);
  }
}

export function offerPasskeys() {
  if (!supported()) return;
  document.querySelectorAll('[data-passkey-sign-in],[data-passkey-add]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => use(button));
  });
}

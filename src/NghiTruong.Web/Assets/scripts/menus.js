const open = () => [...document.querySelectorAll('details.menu[open]')];

// Without scripts the menus are plain disclosures; with them a click elsewhere or Escape closes.
export function tidyMenus() {
  document.addEventListener('click', (event) => open().filter((menu) => !menu.contains(event.target)).forEach((menu) => (menu.open = false)));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
    if (location.hash === '#menu') location.hash = '';
  });
  // The disclosure of filters is for phones; on a desk they lie open.
  if (matchMedia('(min-width: 768px)').matches) {
    document.querySelectorAll('.filters > details[data-desk-open]').forEach((details) => (details.open = true));
  }
}

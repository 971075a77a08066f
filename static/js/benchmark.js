/* Updates the benchmark's table in place: the same addresses that links and form lead to without JavaScript. */
const part = document.querySelector("[data-in-place]");
const status = document.querySelector(part.dataset.inPlace);
let asking = new AbortController();

/** Show what an address gives: replaces the table with its filters, and announces how many labs there are. */
async function show(address, remember) {
  asking.abort();
  asking = new AbortController();
  part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (remember) history.pushState(null, "", address);
    replaceWith(page);
    part.removeAttribute("aria-busy");
  } catch (error) {
    // Somebody asked for something newer, or the browser must show what went wrong.
    if (error.name !== "AbortError") location.assign(address);
  }
}

function replaceWith(page) {
  const fresh = page.getElementById(part.id);
  const focused = document.activeElement?.id;
  const open = [...part.querySelectorAll("details[open]")].map((details) => details.id);
  const chosen = [...part.querySelectorAll("[form=compare-form]:checked")].map((box) => box.id);
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) part.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  for (const id of chosen) {
    const box = document.getElementById(id);
    if (box) box.checked = true;
  }
  const again = focused && document.getElementById(focused);
  if (focused && document.activeElement?.id !== focused) (again || part).focus({ preventScroll: true });
  const languages = page.querySelector(".languages");
  if (languages) document.querySelector(".languages").replaceWith(languages);
  status.textContent = fresh.dataset.announcement;
}

/** Return the address that a form asks for; empty fields are left out. */
function addressOf(form) {
  const fields = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(fields).toString();
  return `${new URL(form.action).pathname}${query && `?${query}`}`;
}

if (window.DOMParser && window.AbortController) {
  part.tabIndex = -1;
  part.addEventListener("click", (event) => {
    const link = event.target.closest("[data-in-place-link]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.getAttribute("href").split("#")[0], true);
  });
  part.addEventListener("submit", (event) => {
    if (event.target.id !== "lab-filters") return;
    event.preventDefault();
    show(addressOf(event.target), true);
  });
  part.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.id === "lab-filters") show(addressOf(form), true);
  });
  window.addEventListener("popstate", () => show(location.href, false));
}

// Reading in: files dropped on the form, and the state of a reading as it goes on. Without this script the page looks again by itself.

for (const form of document.querySelectorAll('form[data-drop]')) takeDrops(form);
for (const place of document.querySelectorAll('[data-progress]')) follow(place);

/** @param {HTMLFormElement} form */
function takeDrops(form) {
  const input = form.querySelector('input[type=file]');
  for (const kind of ['dragenter', 'dragover']) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add('over');
    });
  }
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

/** @param {HTMLElement} place */
function follow(place) {
  const names = JSON.parse(place.dataset.states);
  const events = new EventSource(place.dataset.progress);
  events.addEventListener('job', (event) => {
    const job = JSON.parse(event.data);
    place.textContent = job.taken.length > 0 ? `${names[job.state]}: ${job.taken.length}` : names[job.state];
    if (job.state !== 'done') return;
    events.close();
    location.reload();
  });
}

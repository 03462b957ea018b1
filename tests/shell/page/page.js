document.querySelector('#state').textContent = 'loaded';

// Tried by the page's own script: what a debugger evaluates is exempt from the policy.
addEventListener('try-eval', () => setTimeout(() => {
  try {
    document.body.dataset.eval = String(new Function('return "ran"')());
  } catch (error) {
    document.body.dataset.eval = error.name;
  }
  try {
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    document.body.dataset.wasm = 'ran';
  } catch (error) {
    document.body.dataset.wasm = error.name;
  }
}));

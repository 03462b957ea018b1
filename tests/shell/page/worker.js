addEventListener('message', (event) => postMessage(event.data * 2));

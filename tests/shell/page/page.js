document.querySelector('#state').textContent = 'loaded';

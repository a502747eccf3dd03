/** Stands for a tag that counts visits: it runs, and stores, only after a yes. */
sessionStorage.setItem('example-count', '1');
document.getElementById('counted').textContent = 'This visit is counted.';

/* The page of one's own worlds: a file that is too large is told before it is sent, as no server takes it in. */
const field = document.getElementById("world_file");

field.addEventListener("change", () => {
  const isTooLarge = (field.files[0]?.size ?? 0) > Number(field.dataset.limit) * 1000;
  field.setCustomValidity(isTooLarge ? field.dataset.tooLarge : "");
  field.reportValidity();
});

// The file that works without a network: the stage, the words below it, and nothing else.

import { Stage } from "../lecture/lecture.js";
import { explainTerms } from "../shared/terms.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const darkness = matchMedia("(prefers-color-scheme: dark)");

const told = read("told");
// The boxes and arrows as pyvis wrote them.
Object.assign(told.picture, { nodes: read("nodes"), edges: read("edges") });

const root = document.querySelector(".lecture");
const stage = new Stage(root, { told, map: read("map"), dark: () => darkness.matches });
darkness.addEventListener("change", () => stage.paint());
explainTerms(document.querySelector(".panel"));

// Better with it, whole without it. One module a habit.
import "/assets/menuer.js";
import "/assets/formular.js";
import "/assets/genveje.js";
import "/assets/laas.js";
import "/assets/opfoelgning.js";
import "/assets/soeg.js";
import "/assets/henvendelse.js";
import "/assets/plan.js";
import "/assets/fil.js";

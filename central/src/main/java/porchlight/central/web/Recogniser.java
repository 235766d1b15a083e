package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Optional;
import porchlight.central.people.Viewer;

/** The one place where a request becomes somebody. */
interface Recogniser {
  /** Whose request it is; empty when it shows nothing that is good for anybody. */
  Optional<Viewer> viewer(Context ctx);

  /** Takes what a link offers in exchange for a cookie; false when it is worth nothing. */
  boolean welcome(Context ctx, String offered);
}

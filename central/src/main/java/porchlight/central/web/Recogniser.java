package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Optional;

/** The one place where a request becomes somebody. */
interface Recogniser {
  /** Whose request it is; empty when it shows nothing that is good for anybody. */
  Optional<Guest> guest(Context ctx);

  /** Takes what a link offers in exchange for a cookie; false when it is worth nothing. */
  boolean welcome(Context ctx, String offered);
}

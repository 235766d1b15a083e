package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;

/**
 * One address of central: how it is asked for, who may, and what answers. A part of the path in
 * braces is named after what it holds an id of.
 */
public sealed interface Route {
  /** The method of HTTP. */
  HandlerType method();

  /** The path, as the server's router reads it. */
  String path();

  /** For everybody: it says nothing of any organisation. */
  record Open(HandlerType method, String path, Handler handler) implements Route {}

  /** Pages for people who are not in yet; a form on them must be ours. */
  record Threshold(HandlerType method, String path, Handler handler) implements Route {}

  /** For devices, which sign what they send. */
  record Signed(HandlerType method, String path, Handler handler) implements Route {}

  /** For those of some roles. */
  record Known(HandlerType method, String path, Set<Role> roles, Scope scope, Show show)
      implements Route {}

  /** Answers somebody, with what they may see. */
  interface Show {
    /** Answers; whatever it throws is told as a fault of ours. */
    void to(Context ctx, Viewer viewer) throws Exception;
  }
}

/** The web server, the pages and the JSON for dashboards: the only room with Javalin and JTE. */
@NullMarked
package porchlight.central.web;

import org.jspecify.annotations.NullMarked;

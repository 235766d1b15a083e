/** What {@code check --format} prints for the tools that techs live in. */
@NullMarked
package porchlight.cli.format;

import org.jspecify.annotations.NullMarked;

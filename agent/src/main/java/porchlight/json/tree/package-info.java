/** JSON text as values, with the place of each for error messages. Imports nothing of ours. */
@NullMarked
package porchlight.json.tree;

import org.jspecify.annotations.NullMarked;

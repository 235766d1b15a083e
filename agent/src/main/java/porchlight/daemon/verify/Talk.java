package porchlight.daemon.verify;

import porchlight.json.Said;
import porchlight.json.Scene;

/** A talk between a person and the half that holds this laptop's key: a word, an answer. */
public interface Talk extends AutoCloseable {
  /** Says something and hears the answer. */
  Scene say(Said said);

  @Override
  void close();
}

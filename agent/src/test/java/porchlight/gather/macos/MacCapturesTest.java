package porchlight.gather.macos;

import org.junit.jupiter.api.Test;

class MacCapturesTest {
  @Test
  void every_capture_says_where_it_comes_from_and_none_is_lost() {
    MacCaptures.FOLDER.says_where_each_comes_from(5, 70);
  }
}

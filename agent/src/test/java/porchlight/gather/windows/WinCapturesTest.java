package porchlight.gather.windows;

import org.junit.jupiter.api.Test;

class WinCapturesTest {
  @Test
  void every_capture_says_where_it_comes_from_and_none_is_lost() {
    WinCaptures.FOLDER.says_where_each_comes_from(6, 110);
  }
}

"""What the figures of a trust say: shares, rates, charts; pure, for the window, paper and lists."""

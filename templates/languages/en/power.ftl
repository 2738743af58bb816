### The one-line diagram, fault levels, blocks, standby and swings.

power-chain-title = One-line diagram

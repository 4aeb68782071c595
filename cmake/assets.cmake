# What is built into the binary is made by tools/assets (see there); it stays empty until there is something to embed.

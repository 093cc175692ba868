// Loaded into every program that a command of ours starts: the channel to the command closes when the command is
// gone, however it went, and the program has nobody left to work for.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

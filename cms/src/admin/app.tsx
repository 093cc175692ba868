export default {
  config: {
    locales: ['ru'],
    notifications: { releases: false },
    tutorials: false,
  },
  bootstrap() {},
};
